namespace Fraud.Keys.Filters;

/// <summary>Shannon entropy of a token.</summary>
internal static class Entropy
{
    /// <summary>Bits a character.</summary>
    public static double Of(ReadOnlySpan<byte> text)
    {
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
            sum += count > 1 ? count * Math.Log2(count) : 0;
        }

        return Math.Log2(text.Length) - (sum / text.Length);
    }
}
