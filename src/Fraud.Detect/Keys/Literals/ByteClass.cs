namespace Fraud.Keys.Literals;

/// <summary>
/// Six bits of a byte: bit 6 and bits 0 to 4. Both cases of a letter are one class, every other ASCII character has its own
/// (but for a few signs next to the letters); bytes above 127 share the classes of ASCII, which the full comparison sorts out.
/// </summary>
internal static class ByteClass
{
    /// <summary>Number of classes.</summary>
    public const int Count = 64;

    /// <summary>Rough share of each class in code, logs and posts, summing to 1.</summary>
    public static float[] Share { get; } = Build();

    public static int Of(byte b) => ((b >> 1) & 0x20) | (b & 0x1F);

    /// <summary>A byte of a class: a letter in lower case, a digit, a sign.</summary>
    public static byte Example(int of) => (byte)(((of & 0x20) << 1) | 0x20 | (of & 0x1F));

    private static float[] Build()
    {
        var share = new float[Count];
        Array.Fill(share, 0.0005f);
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
        Set(share, ".,-/\"\n_", 10);
        Set(share, "=:;()<>'*#&%+!?|{}~", 4);
        var sum = share.Sum();
        return [.. share.Select(s => s / sum)];
    }

    private static void Set(float[] share, string characters, int perMille)
    {
        foreach (var c in characters)
        {
            share[Of((byte)c)] += perMille / 1000f;
        }
    }
}
