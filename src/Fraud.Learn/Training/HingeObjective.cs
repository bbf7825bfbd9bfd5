using System.Runtime.Intrinsics;

namespace Fraud.Training;

/// <summary>
/// Loss and gradient of a linear support vector machine, each class against the rest: a squared hinge with a penalty on squared weights. What lies a margin of 1 on its right side costs nothing,
/// so that the weights answer to the hard texts alone. Work is cut into fixed pieces, so that the result does not depend on the number of threads.
/// </summary>
internal sealed class HingeObjective(FeatureRows rows, int[] targets, float[] weights, int classes, double penalty)
{
    /// <summary>Classes padded to a vector; the last number of the bias row stays unused.</summary>
    public const int Width = 16;

    private const int Pieces = 64;
    private readonly float[] _slopes = new float[rows.Count * Width];
    private readonly double[] _losses = new double[rows.Count];
    private readonly double[] _penalties = new double[Pieces];

    /// <summary>Numbers in a weight vector: one row a feature and one for the bias.</summary>
    public int Size => (rows.Keys.Length + 1) * Width;

    /// <summary>Loss at w; its gradient goes to g.</summary>
    public double Evaluate(float[] w, float[] g)
    {
        Parallel.For(0, Pieces, piece =>
        {
            for (var r = Cut(rows.Count, piece); r < Cut(rows.Count, piece + 1); r++)
            {
                _losses[r] = Loss(w, r);
            }
        });
        Parallel.For(0, Pieces, piece => _penalties[piece] = Gradient(w, g, Cut(rows.Keys.Length, piece), Cut(rows.Keys.Length, piece + 1)));
        return BiasGradient(w, g) + _losses.Sum() + _penalties.Sum();
    }

    /// <summary>Scores of the classes for one text at w.</summary>
    public float[] Scores(float[] w, int row)
    {
        var scores = new float[Width];
        Sum(w, row).CopyTo(scores);
        return scores[..classes];
    }

    private static int Cut(int count, int piece) => (int)((long)count * piece / Pieces);

    private double Loss(float[] w, int row)
    {
        var slopes = _slopes.AsSpan(row * Width, Width);
        slopes.Clear();
        if (targets[row] < 0)
        {
            return 0;
        }

        Span<float> scores = stackalloc float[Width];
        Sum(w, row).CopyTo(scores);
        double loss = 0;
        for (var k = 0; k < classes; k++)
        {
            var side = k == targets[row] ? 1f : -1f;
            var lack = Math.Max(0, 1 - (side * scores[k]));
            loss += lack * lack * weights[row];
            slopes[k] = -2 * side * lack * weights[row];
        }

        return loss;
    }

    private Vector512<float> Sum(float[] w, int row)
    {
        var (features, values) = (rows.Features[row], rows.Values[row]);
        var sum = Vector512.LoadUnsafe(ref w[rows.Keys.Length * Width]);
        for (var i = 0; i < features.Length; i++)
        {
            sum += Vector512.LoadUnsafe(ref w[features[i] * Width]) * values[i];
        }

        return sum;
    }

    private double Gradient(float[] w, float[] g, int from, int to)
    {
        double sum = 0;
        for (var f = from; f < to; f++)
        {
            var row = Vector512.LoadUnsafe(ref w[f * Width]);
            var gradient = row * (float)penalty;
            for (var i = rows.Starts[f]; i < rows.Starts[f + 1]; i++)
            {
                gradient += Vector512.LoadUnsafe(ref _slopes[rows.RowOf[i] * Width]) * rows.ValueOf[i];
            }

            gradient.StoreUnsafe(ref g[f * Width]);
            sum += 0.5 * penalty * Vector512.Sum(row * row);
        }

        return sum;
    }

    // The bias is the weight of a feature of value 1 that every text has
    private double BiasGradient(float[] w, float[] g)
    {
        var bias = Vector512.LoadUnsafe(ref w[rows.Keys.Length * Width]);
        var sum = bias * (float)penalty;
        for (var r = 0; r < rows.Count; r++)
        {
            sum += Vector512.LoadUnsafe(ref _slopes[r * Width]);
        }

        sum.StoreUnsafe(ref g[rows.Keys.Length * Width]);
        return 0.5 * penalty * Vector512.Sum(bias * bias);
    }
}
