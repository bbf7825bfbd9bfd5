using System.Runtime.Intrinsics;

namespace Fraud.Training;

/// <summary>One hidden layer over the features: sixteen leaky units, Adagrad, dropout. One thread, one seed, one result.</summary>
internal sealed class HiddenNet
{
    /// <summary>Units of one net.</summary>
    public const int Units = 16;

    private const float Smoothing = 0.05f;
    private const float UnitDropout = 0.2f;
    private const float FirstSquare = 1e-2f;
    private const int Labels = Pitches.PitchShape.Labels;

    private readonly FeatureRows _rows;
    private readonly float[] _inSquares;
    private readonly float[] _outSquares = new float[Units * Units];
    private Vector512<float> _biasSquares = Vector512.Create(FirstSquare);
    private Vector512<float> _outBiasSquares = Vector512.Create(FirstSquare);
    private Vector512<float> _bias;
    private Vector512<float> _outBias;

    private HiddenNet(FeatureRows rows, Random random)
    {
        _rows = rows;
        In = new float[rows.Keys.Length * Units];
        _inSquares = new float[In.Length];
        Array.Fill(_inSquares, FirstSquare);
        Array.Fill(_outSquares, FirstSquare);
        for (var i = 0; i < In.Length; i++)
        {
            In[i] = (random.NextSingle() - 0.5f) * 0.2f;
        }

        for (var i = 0; i < Out.Length; i++)
        {
            Out[i] = i % Units < Labels ? (random.NextSingle() - 0.5f) * 0.6f : 0;
        }
    }

    /// <summary>Features × units.</summary>
    public float[] In { get; }

    /// <summary>Units × labels, padded.</summary>
    public float[] Out { get; } = new float[Units * Units];

    /// <summary>Added to the units.</summary>
    public float[] Bias => Numbers(_bias);

    /// <summary>Added to the labels, padded.</summary>
    public float[] OutBias => Numbers(_outBias);

    /// <summary>Learns the labels of the rows.</summary>
    public static HiddenNet Fit(FeatureRows rows, int[] labels, float[] weights, TrainingOptions options, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var net = new HiddenNet(rows, random);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var rate = options.Rate * (1 - (epoch / (float)options.Epochs));
            foreach (var row in order)
            {
                net.Learn(row, labels[row], weights[row], rate, options.Dropout, random);
            }
        }

        return net;
    }

    private void Learn(int row, int label, float weight, float rate, float dropout, Random random)
    {
        var features = _rows.Features[row];
        var values = _rows.Values[row];
        Span<float> kept = features.Length <= 4096 ? stackalloc float[features.Length] : new float[features.Length];
        var units = _bias;
        for (var i = 0; i < features.Length; i++)
        {
            kept[i] = random.NextSingle() >= dropout ? values[i] / (1 - dropout) : 0;
            if (kept[i] != 0)
            {
                units += Vector512.LoadUnsafe(ref In[features[i] * Units]) * kept[i];
            }
        }

        var mask = Mask(random);
        var slope = Vector512.ConditionalSelect(Vector512.GreaterThan(units, Vector512<float>.Zero), Vector512<float>.One, Vector512.Create(Pitches.PitchShape.Leak)) * mask;
        var back = LearnOut(units * slope, label, weight, rate) * slope;
        _bias -= Step(back, ref _biasSquares, rate);
        for (var i = 0; i < features.Length; i++)
        {
            if (kept[i] != 0)
            {
                LearnIn(features[i], back * kept[i], rate);
            }
        }
    }

    private static Vector512<float> Mask(Random random)
    {
        Span<float> mask = stackalloc float[Units];
        foreach (ref var unit in mask)
        {
            unit = random.NextSingle() < UnitDropout ? 0 : 1 / (1 - UnitDropout);
        }

        return Vector512.Create<float>(mask);
    }

    private Vector512<float> LearnOut(Vector512<float> active, int label, float weight, float rate)
    {
        Span<float> units = stackalloc float[Units];
        active.CopyTo(units);
        var logits = _outBias;
        for (var u = 0; u < Units; u++)
        {
            logits += Vector512.LoadUnsafe(ref Out[u * Units]) * units[u];
        }

        var error = Vector512.Create<float>(Error(logits, label, weight));
        Span<float> back = stackalloc float[Units];
        for (var u = 0; u < Units; u++)
        {
            ref var row = ref Out[u * Units];
            var current = Vector512.LoadUnsafe(ref row);
            back[u] = Vector512.Sum(current * error);
            var squares = Vector512.LoadUnsafe(ref _outSquares[u * Units]);
            (current - Step(error * units[u], ref squares, rate)).StoreUnsafe(ref row);
            squares.StoreUnsafe(ref _outSquares[u * Units]);
        }

        _outBias -= Step(error, ref _outBiasSquares, rate);
        return Vector512.Create<float>(back);
    }

    private static float[] Error(Vector512<float> logits, int label, float weight)
    {
        var error = Numbers(logits);
        var most = error.AsSpan(0, Labels).ToArray().Max();
        var sum = 0f;
        for (var k = 0; k < Labels; k++)
        {
            sum += error[k] = MathF.Exp(error[k] - most);
        }

        for (var k = 0; k < error.Length; k++)
        {
            var target = (k == label ? 1 - Smoothing : 0) + (Smoothing / Labels);
            error[k] = k < Labels ? ((error[k] / sum) - target) * weight : 0;
        }

        return error;
    }

    private void LearnIn(int feature, Vector512<float> gradient, float rate)
    {
        ref var row = ref In[feature * Units];
        var squares = Vector512.LoadUnsafe(ref _inSquares[feature * Units]);
        (Vector512.LoadUnsafe(ref row) - Step(gradient, ref squares, rate)).StoreUnsafe(ref row);
        squares.StoreUnsafe(ref _inSquares[feature * Units]);
    }

    private static Vector512<float> Step(Vector512<float> gradient, ref Vector512<float> squares, float rate)
    {
        squares += gradient * gradient;
        return gradient * rate / Vector512.Sqrt(squares);
    }

    private static float[] Numbers(Vector512<float> vector)
    {
        var numbers = new float[Units];
        vector.CopyTo(numbers);
        return numbers;
    }
}
