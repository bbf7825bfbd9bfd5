namespace Fraud.Keys.Literals;

/// <summary>Rough share of each case-folded byte (byte | 0x20) in code, logs and posts; decides which part of a literal is rare.</summary>
internal static class ByteFrequency
{
    /// <summary>Shares, summing to 1.</summary>
    public static double[] Folded { get; } = Build();

    private static double[] Build()
    {
        var share = new double[256];
        Array.Fill(share, 0.0005);
        Set(share, " ", 130);
        Set(share, "e", 75);
        Set(share, "t", 62);
        Set(share, "aoinrs", 50);
        Set(share, "l", 32);
        Set(share, "cd", 28);
        Set(share, "umph", 20);
        Set(share, "fgby", 12);
        Set(share, "vwkx", 7);
        Set(share, "jqz", 2);
        Set(share, "0123", 10);
        Set(share, "456789", 7);
        Set(share, ".,-/\"", 10);
        Set(share, "=:;()<>'*#&%+!?|{}~", 4);
        share['_' | 0x20] += 0.008;

        // Three-byte characters of Chinese and Japanese
        for (var b = 0xA0; b < 0xC0; b++)
        {
            share[b] += 0.004;
        }

        for (var b = 0xE4; b < 0xEA; b++)
        {
            share[b] += 0.01;
        }

        var sum = share.Sum();
        return [.. share.Select(s => s / sum)];
    }

    private static void Set(double[] share, string characters, int perMille)
    {
        foreach (var c in characters)
        {
            share[c] += perMille / 1000.0;
        }
    }
}
