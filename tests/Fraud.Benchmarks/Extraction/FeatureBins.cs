namespace Fraud.Benchmarks.Extraction;

/// <summary>Every feature cut into at most 64 ranges with about as many rows each.</summary>
internal sealed class FeatureBins
{
    private const int MostBins = 64;
    private const int MostSamples = 40_000;

    public FeatureBins(float[][] rows, Random random)
    {
        Columns = rows[0].Length;
        Edges = new float[Columns][];
        Bins = new byte[Columns][];
        for (var column = 0; column < Columns; column++)
        {
            var values = new float[Math.Min(rows.Length, MostSamples)];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = rows[random.Next(rows.Length)][column];
            }

            Array.Sort(values);
            var edges = EdgesOf(values);
            Edges[column] = edges;
            Bins[column] = Array.ConvertAll(rows, r => BinOf(edges, r[column]));
        }
    }

    public int Columns { get; }

    /// <summary>Upper bounds of all ranges but the last, by column.</summary>
    public float[][] Edges { get; }

    /// <summary>Range of each row, by column.</summary>
    public byte[][] Bins { get; }

    private static float[] EdgesOf(float[] sorted)
    {
        float[] distinct = [.. sorted.Distinct()];
        return distinct.Length <= MostBins
            ? [.. distinct.Zip(distinct.Skip(1), (a, b) => (a + b) / 2)]
            : [.. Enumerable.Range(1, MostBins - 1).Select(k => sorted[(int)((long)k * sorted.Length / MostBins)]).Distinct()];
    }

    private static byte BinOf(float[] edges, float value)
    {
        var at = Array.BinarySearch(edges, value);
        return (byte)(at < 0 ? ~at : at);
    }
}
