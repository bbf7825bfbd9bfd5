using System.Runtime.Intrinsics;
using Fraud.Canonical;
using Fraud.Findings;

namespace Fraud.Pitches;

/// <summary>Scores one text after another without allocating. Not for concurrent use: one per thread.</summary>
public sealed class PitchScorer
{
    // 256 steps of a signed byte fit a 16-bit sum
    private const int Batch = 256;

    private readonly PitchClassifier _classifier;
    private readonly SlotFinder _finder;
    private readonly SlotFinder _titleFinder;
    private readonly SlotList _title = new();
    private readonly SlotList _parts = new();
    private readonly SlotList _wholes = new();
    private readonly int[] _sums = new int[WeightTable.Line];

    internal PitchScorer(PitchClassifier classifier)
    {
        _classifier = classifier;
        _finder = new(classifier.Table);
        _titleFinder = new(classifier.Table);
        Text = new(classifier.Lexicon);
    }

    /// <summary>The last result; valid until the next call.</summary>
    public PitchScores Scores { get; } = new();

    internal PitchText Text { get; }

    /// <summary>What a part weighed in the text scored last.</summary>
    internal float PartValue { get; private set; }

    /// <summary>What a part of the title weighed besides.</summary>
    internal float TitleValue { get; private set; }

    /// <summary>Reads and scores a text.</summary>
    public PitchScores Score(TextViews views, PitchHints hints)
    {
        ArgumentNullException.ThrowIfNull(views);
        Text.Read(views);
        return Score(hints);
    }

    /// <summary>Scores the text read last.</summary>
    internal PitchScores Score(PitchHints hints)
    {
        FindSlots(hints);
        var weights = _classifier.Weights;
        weights.Bias.CopyTo(Scores.Logits, 0);
        Sum(_parts.Items);
        Spread(weights.PartSteps, PartValue);
        Sum(_title.Items);
        Spread(weights.PartSteps, TitleValue);
        Sum(_wholes.Items);
        Spread(weights.WholeSteps, 1);
        Finish(weights);
        return Scores;
    }

    /// <summary>How the log-odds of risk move with each label's sum, at the text scored last.</summary>
    internal void RiskGradient(Span<float> gradient)
    {
        var (risk, benign) = (0f, 0f);
        for (var k = 0; k < PitchShape.Labels; k++)
        {
            risk += k <= (int)PitchLabel.CoinPromo ? Scores.Labels[k] : 0;
            benign += k > (int)PitchLabel.CoinPromo ? Scores.Labels[k] : 0;
        }

        for (var k = 0; k < PitchShape.Labels; k++)
        {
            gradient[k] = Scores.Labels[k] / (Temperature * (k <= (int)PitchLabel.CoinPromo ? MathF.Max(risk, 1e-12f) : -MathF.Max(benign, 1e-12f)));
        }
    }

    private void FindSlots(PitchHints hints)
    {
        _finder.Forget(_parts);
        _finder.Forget(_wholes);
        _titleFinder.Forget(_title);
        _title.Clear();
        _parts.Clear();
        _wholes.Clear();
        var sink = new SlotSink(_finder, stackalloc uint[Batch], _parts, _wholes);
        var scale = _classifier.Weights.PartScale;
        PartValue = PitchShape.ValueOfPart(scale, FeatureWalk.Walk(Text, hints, ref sink));
        sink.Flush();
        var titleSink = new SlotSink(_titleFinder, [], _title, _title);
        TitleValue = PitchShape.TitleShare * PitchShape.ValueOfPart(scale, FeatureWalk.WalkTitle(Text, ref titleSink));
    }

    private void Spread(float[] steps, float value)
    {
        for (var k = 0; k < PitchShape.Labels; k++)
        {
            Scores.Logits[k] += _sums[k] * steps[k] * value;
        }
    }

    private unsafe void Sum(ReadOnlySpan<int> slots)
    {
        var table = _classifier.Table;
        Array.Clear(_sums);
        for (var from = 0; from < slots.Length; from += Batch)
        {
            var sums = Vector256<short>.Zero;
            foreach (var slot in slots[from..Math.Min(slots.Length, from + Batch)])
            {
                sums += Vector256.WidenLower(Vector128.LoadAligned(table.Row(slot)).ToVector256());
            }

            var (low, high) = Vector256.Widen(sums);
            (Vector256.Create<int>(_sums) + low).CopyTo(_sums);
            (Vector256.Create<int>(_sums.AsSpan(8)) + high).CopyTo(_sums, 8);
        }
    }

    private void Finish(PitchWeights weights)
    {
        Scores.Label = Decide(Scores.Logits, Temperature, Scores.Labels);
        Scores.Stance = (Stance)Stances(weights.Stances.AsSpan(Text.HasQuestion ? PitchShape.Labels * PitchShape.Stances : 0));
    }

    // Each label is held by some stances more than by others, and a question shifts them
    private int Stances(ReadOnlySpan<float> shares)
    {
        var sums = Scores.Stances.AsSpan();
        sums.Clear();
        for (var label = 0; label < PitchShape.Labels; label++)
        {
            var (probability, of) = (Scores.Labels[label], label * PitchShape.Stances);
            for (var stance = 0; stance < PitchShape.Stances; stance++)
            {
                sums[stance] += probability * shares[of + stance];
            }
        }

        var best = 0;
        for (var stance = 1; stance < PitchShape.Stances; stance++)
        {
            best = sums[stance] > sums[best] ? stance : best;
        }

        return best;
    }

    /// <summary>Probabilities of the labels, and the one to give: whether it is a pitch at all is for all its labels together to say, which one for the most probable of that side.</summary>
    internal static PitchLabel Decide(ReadOnlySpan<float> logits, float temperature, Span<float> probabilities)
    {
        var most = Greatest(logits);
        var (sum, risk) = (0f, 0f);
        for (var i = 0; i < logits.Length; i++)
        {
            var share = probabilities[i] = MathF.Exp((logits[i] - most) / temperature);
            sum += share;
            risk += ((PitchLabel)i).IsRisk() ? share : 0;
        }

        var isRisk = risk > sum - risk;
        var best = -1;
        for (var i = 0; i < logits.Length; i++)
        {
            probabilities[i] /= sum;
            best = ((PitchLabel)i).IsRisk() == isRisk && (best < 0 || probabilities[i] > probabilities[best]) ? i : best;
        }

        return (PitchLabel)best;
    }

    private static float Greatest(ReadOnlySpan<float> logits)
    {
        var most = logits[0];
        foreach (var logit in logits)
        {
            most = MathF.Max(most, logit);
        }

        return most;
    }

    // Calibration differs between scripts
    private float Temperature => _classifier.Weights.Temperatures[IsChinese ? 0 : 1];

    /// <summary>Whether the text scored last holds Chinese characters; calibration differs.</summary>
    internal bool IsChinese => Text.Text.IndexOfAnyInRange('\u3400', '\u9FFF') >= 0;
}
