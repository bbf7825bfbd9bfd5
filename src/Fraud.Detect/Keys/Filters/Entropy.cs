namespace Fraud.Keys.Filters;

/// <summary>Shannon entropy of a token.</summary>
internal static class Entropy
{
    // Log2 of a count times the count; the sample is no longer than this
    private static readonly double[] _weights = [.. Enumerable.Range(0, Sample.Length + 1).Select(n => n > 1 ? n * Math.Log2(n) : 0)];

    /// <summary>Bits a character.</summary>
    public static double Of(ReadOnlySpan<byte> text)
    {
        text = Sample.Of(text);
        if (text.IsEmpty)
        {
            return 0;
        }

        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var b in text)
        {
            counts[b]++;
        }

        var sum = 0.0;
        foreach (var count in counts)
        {
            sum += _weights[count];
        }

        return Math.Log2(text.Length) - (sum / text.Length);
    }
}
