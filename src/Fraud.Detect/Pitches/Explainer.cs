using System.Numerics;
using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Pitches;

/// <summary>Says which words made the result: signals with their reasons, the words the weights lean on most, and the rest. Weights are shares of the log-odds of risk and add up to them.</summary>
internal sealed class Explainer
{
    /// <summary>Rule id of the words the weights lean on.</summary>
    public const string WordsRule = "model.words";

    private const int MostSignals = 40;
    private const int MostOfOne = 3;
    private const int MostWords = 3;
    private const int EnoughSignals = 4;
    private const double LeastWeight = 0.08;
    private readonly PitchClassifier _classifier;
    private readonly PullMap _pull;
    private readonly float[] _gradient = new float[PitchShape.Labels];
    private readonly float[] _ofParts = new float[WeightTable.Line];
    private readonly float[] _ofWholes = new float[WeightTable.Line];
    private readonly int[] _shown;
    private readonly List<Hit> _hits = [];

    public Explainer(PitchClassifier classifier)
    {
        _classifier = classifier;
        _pull = new(classifier);
        _shown = new int[classifier.Lexicon.Signals.Count * 2];
    }

    private static LocalText WordsReason { get; } = new("Wording typical of such pitches.", "这类推销的典型措辞。");

    private static LocalText RestReason { get; } = new("All other wording and facts, and the share of such posts among all.", "其余措辞与事实，以及这类帖子在全部帖子中的占比。");

    /// <summary>Begins the explanation of the text scored last: its signals and, when asked for, its words.</summary>
    public void Explain(PitchScorer scorer, bool words, List<Finding> findings)
    {
        scorer.RiskGradient(_gradient);
        for (var k = 0; k < PitchShape.Labels; k++)
        {
            _ofParts[k] = _gradient[k] * _classifier.Weights.PartSteps[k];
            _ofWholes[k] = _gradient[k] * _classifier.Weights.WholeSteps[k];
        }

        ChooseSignals(scorer.Text);
        var telling = 0;
        foreach (var hit in _hits)
        {
            var finding = Signal(scorer.Text, hit);
            findings.Add(finding);
            telling += finding.Weight > 0 ? 1 : 0;
        }

        // Where several signals speak, the reasons are plain already
        if (words && telling < EnoughSignals)
        {
            Words(scorer, findings);
        }
    }

    /// <summary>What facts of other detectors weigh.</summary>
    public double WeightOf(PitchHints hints)
    {
        var sum = 0.0;
        for (var bits = hints.Bits; bits != 0; bits &= bits - 1)
        {
            sum += WeightOf(FeatureWalk.HintKey(BitOperations.TrailingZeroCount(bits)));
        }

        return Math.Round(sum, 2);
    }

    /// <summary>Ends the explanation: what the findings leave open, so that all add up.</summary>
    public static void AddRest(double logOdds, int end, List<Finding> findings)
    {
        foreach (var finding in findings)
        {
            logOdds -= finding.Weight;
        }

        findings.Add(new() { Rule = Finding.Rest, Start = end, End = end, Weight = Math.Round(logOdds, 4), Reason = RestReason });
    }

    // The same signal a fourth time in a long post adds nothing to read
    private void ChooseSignals(PitchText text)
    {
        Array.Clear(_shown);
        _hits.Clear();
        var (value, end) = (-1, 0);
        foreach (ref readonly var hit in text.Signals.Items)
        {
            ref var shown = ref _shown[Index(text, hit)];
            var overlaps = hit.Value == value && hit.Start <= end;
            if (overlaps || shown + _shown[Index(text, hit) ^ 1] == MostOfOne || _hits.Count == MostSignals)
            {
                continue;
            }

            shown++;
            (value, end) = (hit.Value, hit.End);
            _hits.Add(hit);
        }
    }

    private static int Index(PitchText text, in Hit hit) => (hit.Value * 2) + text.Quoted[hit.Start];

    // A feature counts once; the places where it is shown share its weight
    private Finding Signal(PitchText text, in Hit hit)
    {
        var signal = _classifier.Lexicon.Signals[hit.Value];
        var span = text.View.ToOriginal(hit.Start, hit.End);
        var weight = WeightOf(FeatureWalk.SignalKey(hit.Value, text.Quoted[hit.Start] != 0)) / _shown[Index(text, hit)];
        return new() { Rule = signal.Id, Start = span.Start, End = span.End, Weight = Math.Round(weight, 2), Reason = signal.Reason };
    }

    private double WeightOf(uint key)
    {
        var slot = _classifier.Table.Find(key);
        return slot < 0 ? 0 : _classifier.Table.Dot(slot, _ofWholes);
    }

    // Runs of units and ideas pull at their characters; the strongest stretches are shown
    private void Words(PitchScorer scorer, List<Finding> findings)
    {
        var text = scorer.Text;
        _pull.Read(text, _ofParts, _ofWholes, scorer.PartValue, scorer.TitleValue);
        for (var n = 0; n < MostWords; n++)
        {
            var (start, end, sum) = _pull.TakeStrongest(LeastWeight);
            if (start == end)
            {
                return;
            }

            var span = text.View.ToOriginal(start, end);
            findings.Add(new() { Rule = WordsRule, Start = span.Start, End = span.End, Weight = Math.Round(sum, 2), Reason = WordsReason });
        }
    }
}
