using System.Numerics;

namespace Fraud.Training;

/// <summary>Limited-memory BFGS with a backtracking line search (Nocedal and Wright, algorithm 7.5). Reproducible to the byte on one machine.</summary>
internal static class Lbfgs
{
    private const int Memory = 6;
    private const int Pieces = 64;
    private const int MaxRounds = 200;
    private const int MinRounds = 10;
    private const int MaxHalvings = 12;
    private const double Tolerance = 5e-5;

    /// <summary>Minimises from zero.</summary>
    public static float[] Minimize(HingeObjective objective)
    {
        var size = objective.Size;
        var (w, g, nextW, nextG) = (new float[size], new float[size], new float[size], new float[size]);
        var loss = objective.Evaluate(w, g);
        var pairs = new List<Pair>();
        for (var round = 0; round < MaxRounds; round++)
        {
            var direction = Direction(g, pairs);
            var next = Search(objective, w, g, direction, loss, nextW, nextG);
            Remember(pairs, w, nextW, g, nextG);
            (w, nextW, g, nextG) = (nextW, w, nextG, g);
            var gain = (loss - next) / Math.Abs(loss);
            loss = next;
            if (gain < Tolerance && round >= MinRounds)
            {
                break;
            }
        }

        return w;
    }

    private static double Search(HingeObjective objective, float[] w, float[] g, float[] direction, double loss, float[] nextW, float[] nextG)
    {
        var slope = Dot(g, direction);
        var step = 1.0;
        for (var halving = 0; ; halving++)
        {
            for (var i = 0; i < w.Length; i++)
            {
                nextW[i] = w[i] - ((float)step * direction[i]);
            }

            var next = objective.Evaluate(nextW, nextG);
            if (next <= loss - (1e-4 * step * slope) || halving == MaxHalvings)
            {
                return next;
            }

            step *= 0.5;
        }
    }

    private static float[] Direction(float[] g, List<Pair> pairs)
    {
        var q = (float[])g.Clone();
        Span<double> alphas = stackalloc double[Memory];
        for (var i = pairs.Count - 1; i >= 0; i--)
        {
            alphas[i] = Dot(pairs[i].Steps, q) / pairs[i].Curvature;
            AddScaled(q, (float)-alphas[i], pairs[i].Changes);
        }

        Scale(q, (float)(pairs.Count == 0 ? 1 / Math.Sqrt(Dot(g, g)) : pairs[^1].Curvature / Dot(pairs[^1].Changes, pairs[^1].Changes)));
        for (var i = 0; i < pairs.Count; i++)
        {
            AddScaled(q, (float)(alphas[i] - (Dot(pairs[i].Changes, q) / pairs[i].Curvature)), pairs[i].Steps);
        }

        return q;
    }

    private static void Remember(List<Pair> pairs, float[] w, float[] nextW, float[] g, float[] nextG)
    {
        var pair = new Pair(new float[w.Length], new float[w.Length]);
        for (var i = 0; i < w.Length; i++)
        {
            pair.Steps[i] = nextW[i] - w[i];
            pair.Changes[i] = nextG[i] - g[i];
        }

        pair.Curvature = Dot(pair.Steps, pair.Changes);
        if (pair.Curvature <= 1e-10)
        {
            return;
        }

        if (pairs.Count == Memory)
        {
            pairs.RemoveAt(0);
        }

        pairs.Add(pair);
    }

    // Fixed pieces, each summed in order: the same to the last bit with one thread or many
    private static double Dot(float[] a, float[] b)
    {
        var sums = new double[Pieces];
        Parallel.For(0, Pieces, piece =>
        {
            double sum = 0;
            for (var i = (int)((long)a.Length * piece / Pieces); i < (int)((long)a.Length * (piece + 1) / Pieces); i++)
            {
                sum += (double)a[i] * b[i];
            }

            sums[piece] = sum;
        });
        return sums.Sum();
    }

    private static void AddScaled(float[] target, float scale, float[] source)
    {
        var i = 0;
        for (; i <= target.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(target, i) + (new Vector<float>(source, i) * scale)).CopyTo(target, i);
        }

        for (; i < target.Length; i++)
        {
            target[i] += source[i] * scale;
        }
    }

    private static void Scale(float[] target, float scale)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] *= scale;
        }
    }

    private sealed record Pair(float[] Steps, float[] Changes)
    {
        public double Curvature { get; set; }
    }
}
