using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Pitches;

/// <summary>Says which words made the result: signals with their reasons, and the words the weights lean on most. Weights are shares of the log-odds of risk.</summary>
internal sealed class Explainer(PitchClassifier classifier)
{
    /// <summary>Rule id of the words the weights lean on.</summary>
    public const string WordsRule = "model.words";

    private const int MostSignals = 40;
    private const int MostOfOne = 3;
    private const int MostWords = 3;
    private const int EnoughSignals = 4;
    private const double LeastWeight = 0.08;
    private readonly float[] _gradient = new float[PitchShape.Columns];
    private readonly float[] _ofParts = new float[WeightTable.Line];
    private readonly float[] _ofWholes = new float[WeightTable.Line];
    private readonly int[] _shown = new int[classifier.Lexicon.Signals.Count];
    private float[] _pull = new float[256];

    /// <summary>Adds the findings on the text scored last.</summary>
    public void Explain(PitchScorer scorer, bool words, List<Finding> findings)
    {
        scorer.RiskGradient(_gradient);
        for (var c = 0; c < PitchShape.Columns; c++)
        {
            _ofParts[c] = _gradient[c] * classifier.Weights.PartSteps[c];
            _ofWholes[c] = _gradient[c] * classifier.Weights.WholeSteps[c];
        }

        Signals(scorer.Text, findings);

        // Where several signals speak, the reasons are plain already
        if (words && findings.Count(f => f.Weight > 0) < EnoughSignals)
        {
            Words(scorer, findings);
        }
    }

    // The same signal a fourth time in a long post adds nothing to read
    private void Signals(PitchText text, List<Finding> findings)
    {
        Array.Clear(_shown);
        var (value, end) = (-1, 0);
        foreach (ref readonly var hit in text.Signals.Items)
        {
            var overlaps = hit.Value == value && hit.Start <= end;
            if (overlaps || _shown[hit.Value] == MostOfOne || findings.Count == MostSignals)
            {
                continue;
            }

            _shown[hit.Value]++;
            (value, end) = (hit.Value, hit.End);
            var signal = classifier.Lexicon.Signals[hit.Value];
            var span = text.View.ToOriginal(hit.Start, hit.End);
            var weight = WeightOf(FeatureWalk.SignalKey(hit.Value, text.Quoted[hit.Start] != 0), 1);
            findings.Add(new() { Rule = signal.Id, Start = span.Start, End = span.End, Weight = Math.Round(weight, 2), Reason = signal.Reason });
        }
    }

    private double WeightOf(uint key, float value)
    {
        var slot = classifier.Table.Find(key);
        return slot < 0 ? 0 : classifier.Table.Dot(slot, _ofWholes) * value;
    }

    // Runs of units pull at their characters; the strongest stretches are shown
    private void Words(PitchScorer scorer, List<Finding> findings)
    {
        var text = scorer.Text;
        var length = text.Text.Length;
        if (_pull.Length < length)
        {
            _pull = new float[length * 2];
        }

        _pull.AsSpan(0, length).Clear();
        Pull(text, classifier.Weights.PartScale / MathF.Sqrt(Math.Max(PitchShape.FewestParts, scorer.Parts)));
        var friction = Friction(_pull.AsSpan(0, length));
        for (var n = 0; n < MostWords; n++)
        {
            var (start, end, sum) = Strongest(_pull.AsSpan(0, length), friction);
            if (sum < LeastWeight)
            {
                return;
            }

            var span = text.View.ToOriginal(start, end);
            findings.Add(new() { Rule = WordsRule, Start = span.Start, End = span.End, Weight = Math.Round(sum, 2), Reason = Reason });
            _pull.AsSpan(start, end - start).Fill(-1);
        }
    }

    private static LocalText Reason { get; } = new("Wording typical of such pitches.", "这类推销的典型措辞。");

    private void Pull(PitchText text, float value)
    {
        var sink = new PullSink(classifier, _ofParts, _pull, text.Units, value);
        sink.Walk();
        foreach (ref readonly var hit in text.Terms.Items)
        {
            if (hit.Value < classifier.Lexicon.Ideas.Count)
            {
                var weight = (float)WeightOf(FeatureWalk.IdeaKey(hit.Value, text.Quoted[hit.Start] != 0), 1f / (hit.End - hit.Start));
                PullSink.Spread(_pull, hit.Start, hit.End, weight);
            }
        }
    }

    // A character must pull harder than most to lengthen a stretch
    private static float Friction(ReadOnlySpan<float> pull)
    {
        var (sum, count) = (0f, 0);
        foreach (var p in pull)
        {
            sum += MathF.Max(0, p);
            count += p > 0 ? 1 : 0;
        }

        return sum / Math.Max(1, count);
    }

    // The stretch with the greatest sum (Kadane)
    private static (int Start, int End, double Sum) Strongest(ReadOnlySpan<float> pull, float friction)
    {
        var (bestStart, bestEnd, best) = (0, 0, 0.0);
        var (start, sum) = (0, 0.0);
        for (var i = 0; i < pull.Length; i++)
        {
            if (sum <= 0)
            {
                (start, sum) = (i, 0);
            }

            sum += pull[i] - friction;
            if (sum > best)
            {
                (bestStart, bestEnd, best) = (start, i + 1, sum);
            }
        }

        return (bestStart, bestEnd, best);
    }
}
