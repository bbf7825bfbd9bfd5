using System.Runtime.Intrinsics;

namespace Fraud.Training;

/// <summary>Loss and gradient of multinomial logistic regression with a penalty. Work is cut into fixed pieces, so that the result does not depend on the number of threads.</summary>
internal sealed class LogisticObjective(FeatureRows rows, int[] targets, float[] weights, int classes, double penalty)
{
    /// <summary>Classes padded to a vector; the last number of the bias row stays unused.</summary>
    public const int Width = 16;

    private const int Pieces = 64;
    private readonly float[] _residuals = new float[rows.Count * Width];
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
                _losses[r] = Residual(w, r);
            }
        });
        Parallel.For(0, Pieces, piece => _penalties[piece] = Gradient(w, g, Cut(rows.Keys.Length, piece), Cut(rows.Keys.Length, piece + 1)));
        BiasGradient(g);
        return _losses.Sum() + _penalties.Sum();
    }

    /// <summary>Probabilities of the classes for one text at w.</summary>
    public float[] Probabilities(float[] w, int row)
    {
        Span<float> scores = stackalloc float[Width];
        Scores(w, rows.Features[row], rows.Values[row]).CopyTo(scores);
        float[] given = [.. scores[..classes]];
        var most = given.Max();
        var powers = Array.ConvertAll(given, s => Math.Exp(s - most));
        var sum = powers.Sum();
        return Array.ConvertAll(powers, p => (float)(p / sum));
    }

    private static int Cut(int count, int piece) => (int)((long)count * piece / Pieces);

    private double Residual(float[] w, int row)
    {
        var residual = _residuals.AsSpan(row * Width, Width);
        residual.Clear();
        if (targets[row] < 0)
        {
            return 0;
        }

        Span<float> scores = stackalloc float[Width];
        Scores(w, rows.Features[row], rows.Values[row]).CopyTo(scores);
        var most = float.NegativeInfinity;
        for (var k = 0; k < classes; k++)
        {
            most = Math.Max(most, scores[k]);
        }

        double sum = 0;
        for (var k = 0; k < classes; k++)
        {
            sum += Math.Exp(scores[k] - most);
        }

        for (var k = 0; k < classes; k++)
        {
            residual[k] = (float)((Math.Exp(scores[k] - most) / sum) - (k == targets[row] ? 1 : 0)) * weights[row];
        }

        return (Math.Log(sum) + most - scores[targets[row]]) * weights[row];
    }

    private Vector512<float> Scores(float[] w, int[] features, float[] values)
    {
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
                gradient += Vector512.LoadUnsafe(ref _residuals[rows.RowOf[i] * Width]) * rows.ValueOf[i];
            }

            gradient.StoreUnsafe(ref g[f * Width]);
            sum += 0.5 * penalty * Vector512.Sum(row * row);
        }

        return sum;
    }

    private void BiasGradient(float[] g)
    {
        var sum = Vector512<float>.Zero;
        for (var r = 0; r < rows.Count; r++)
        {
            sum += Vector512.LoadUnsafe(ref _residuals[r * Width]);
        }

        sum.StoreUnsafe(ref g[rows.Keys.Length * Width]);
    }
}
