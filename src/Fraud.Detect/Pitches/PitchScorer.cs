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
    private readonly SlotList _parts = new();
    private readonly SlotList _wholes = new();
    private readonly int[] _sums = new int[WeightTable.Line];
    private readonly float[] _columns = new float[PitchShape.Columns];

    internal PitchScorer(PitchClassifier classifier)
    {
        _classifier = classifier;
        _finder = new(classifier.Table);
        Text = new(classifier.Lexicon);
    }

    /// <summary>The last result; valid until the next call.</summary>
    public PitchScores Scores { get; } = new();

    internal PitchText Text { get; }

    /// <summary>Number of parts of the text scored last.</summary>
    internal int Parts { get; private set; }

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
        weights.Bias.CopyTo(_columns, 0);
        Sum(_parts.Items);
        Spread(weights.PartSteps, weights.PartScale / MathF.Sqrt(Math.Max(PitchShape.FewestParts, Parts)));
        Sum(_wholes.Items);
        Spread(weights.WholeSteps, 1);
        Finish(weights);
        return Scores;
    }

    /// <summary>How the log-odds of risk move with each column, at the text scored last.</summary>
    internal void RiskGradient(Span<float> gradient)
    {
        gradient.Clear();
        Span<float> byLabel = stackalloc float[PitchShape.OutputWidth];
        byLabel.Clear();
        var (risk, benign) = (0f, 0f);
        for (var k = 0; k < PitchShape.Labels; k++)
        {
            risk += k <= (int)PitchLabel.CoinPromo ? Scores.Labels[k] : 0;
            benign += k > (int)PitchLabel.CoinPromo ? Scores.Labels[k] : 0;
        }

        for (var k = 0; k < PitchShape.Labels; k++)
        {
            byLabel[k] = Scores.Labels[k] / (Temperature * (k <= (int)PitchLabel.CoinPromo ? MathF.Max(risk, 1e-12f) : -MathF.Max(benign, 1e-12f)));
        }

        byLabel[..PitchShape.Labels].CopyTo(gradient);
        for (var h = 0; h < PitchShape.Hidden; h++)
        {
            var sum = Vector512.Sum(Vector512.Create<float>(byLabel) * Vector512.Create<float>(_classifier.Weights.Output.AsSpan(h * PitchShape.OutputWidth)));

            gradient[PitchShape.FirstHidden + h] = _columns[PitchShape.FirstHidden + h] > 0 ? sum : PitchShape.Leak * sum;
        }
    }

    private void FindSlots(PitchHints hints)
    {
        _finder.Forget(_parts);
        _finder.Forget(_wholes);
        _parts.Clear();
        _wholes.Clear();
        var sink = new SlotSink(_finder, stackalloc uint[Batch], _parts, _wholes);
        Parts = FeatureWalk.Walk(Text, hints, ref sink);
        sink.Flush();
    }

    private void Spread(float[] steps, float value)
    {
        for (var c = 0; c < PitchShape.Columns; c++)
        {
            _columns[c] += _sums[c] * steps[c] * value;
        }
    }

    private unsafe void Sum(ReadOnlySpan<int> slots)
    {
        var table = _classifier.Table;
        Array.Clear(_sums);
        for (var from = 0; from < slots.Length; from += Batch)
        {
            var (low, high) = (Vector256<short>.Zero, Vector256<short>.Zero);
            foreach (var slot in slots[from..Math.Min(slots.Length, from + Batch)])
            {
                var (a, b) = Vector256.Widen(Vector256.LoadAligned(table.Row(slot)));
                low += a;
                high += b;
            }

            Widen(low, _sums.AsSpan(0, 16));
            Widen(high, _sums.AsSpan(16, 16));
        }
    }

    private static void Widen(Vector256<short> sums, Span<int> into)
    {
        var (low, high) = Vector256.Widen(sums);
        (Vector256.Create<int>(into) + low).CopyTo(into);
        (Vector256.Create<int>(into[8..]) + high).CopyTo(into[8..]);
    }

    private void Finish(PitchWeights weights)
    {
        Span<float> padded = stackalloc float[PitchShape.OutputWidth];
        _columns.AsSpan(0, PitchShape.Labels).CopyTo(padded);
        var logits = Vector512.Create<float>(padded) + Vector512.Create<float>(weights.OutputBias);
        for (var h = 0; h < PitchShape.Hidden; h++)
        {
            var unit = _columns[PitchShape.FirstHidden + h];
            unit = MathF.Max(unit, PitchShape.Leak * unit);
            logits += Vector512.Create<float>(weights.Output.AsSpan(h * PitchShape.OutputWidth)) * unit;
        }

        logits.CopyTo(padded);
        padded[..PitchShape.Labels].CopyTo(Scores.Logits);
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
