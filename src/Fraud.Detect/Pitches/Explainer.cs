using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Pitches;

/// <summary>Says which words made the result: signals with their reasons, and the words the weights lean on most. Weights are shares of the log-odds of risk.</summary>
internal sealed class Explainer(PitchClassifier classifier)
{
    /// <summary>Rule id of the words the weights lean on.</summary>
    public const string WordsRule = "model.words";

    private const int MostSignals = 40;
    private const int MostWords = 3;
    private const double LeastWeight = 0.08;
    private readonly float[] _gradient = new float[PitchShape.Columns];
    private float[] _pull = new float[256];

    /// <summary>Adds the findings on the text scored last.</summary>
    public void Explain(PitchScorer scorer, bool words, List<Finding> findings)
    {
        scorer.RiskGradient(_gradient);
        Signals(scorer.Text, findings);
        if (words)
        {
            Words(scorer, findings);
        }
    }

    private void Signals(PitchText text, List<Finding> findings)
    {
        var hits = text.Signals.Items;
        var last = -1;
        for (var i = 0; i < hits.Length && findings.Count < MostSignals; i++)
        {
            ref readonly var hit = ref hits[i];
            if (IsRepeated(hits, i) || (last >= 0 && hits[last].Value == hit.Value && hits[last].End >= hit.Start))
            {
                continue;
            }

            last = i;
            var signal = classifier.Lexicon.Signals[hit.Value];
            var span = text.View.ToOriginal(hit.Start, hit.End);
            var weight = WeightOf(FeatureWalk.SignalKey(hit.Value, text.Quoted[hit.Start] != 0), 1);
            findings.Add(new() { Rule = signal.Id, Start = span.Start, End = span.End, Weight = Math.Round(weight, 2), Reason = signal.Reason });
        }
    }

    // The same signal again in a long post adds nothing to read
    private static bool IsRepeated(ReadOnlySpan<Hit> hits, int at)
    {
        var before = 0;
        for (var i = 0; i < at; i++)
        {
            before += hits[i].Value == hits[at].Value ? 1 : 0;
        }

        return before >= 3;
    }

    private double WeightOf(uint key, float value)
    {
        var slot = classifier.Table.Find(key);
        return slot < 0 ? 0 : classifier.Table.Dot(slot, _gradient, classifier.Weights.WholeSteps) * value;
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
        Pull(text, classifier.Weights.PartScale / MathF.Sqrt(Math.Max(1, scorer.Parts)));
        for (var n = 0; n < MostWords; n++)
        {
            var (start, end, sum) = Strongest(_pull.AsSpan(0, length));
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
        var sink = new PullSink(classifier, _gradient, _pull, text.Units, value);
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

    // The stretch with the greatest sum (Kadane)
    private static (int Start, int End, double Sum) Strongest(ReadOnlySpan<float> pull)
    {
        var (bestStart, bestEnd, best) = (0, 0, 0.0);
        var (start, sum) = (0, 0.0);
        for (var i = 0; i < pull.Length; i++)
        {
            if (sum <= 0)
            {
                (start, sum) = (i, 0);
            }

            sum += pull[i] - PullSink.Friction;
            if (sum > best)
            {
                (bestStart, bestEnd, best) = (start, i + 1, sum);
            }
        }

        return (bestStart, bestEnd, best);
    }
}
