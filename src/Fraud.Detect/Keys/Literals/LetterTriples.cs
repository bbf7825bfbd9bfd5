using System.Reflection;

namespace Fraud.Keys.Literals;

/// <summary>How often three and four characters stand together in ordinary text: counted over manuals, code, pages and posts in two languages.</summary>
internal static class LetterTriples
{
    // Letters in either case, digits, all else
    private const int Symbols = 28;
    private const int Digit = 26;
    private const int Other = 27;

    private static readonly float[] _share = Read();
    private static readonly float[] _pairs = Sums(_share);
    private static readonly float[] _within = Within();

    /// <summary>Rough share of places in ordinary text where these three or four bytes stand.</summary>
    public static double ShareOf(ReadOnlySpan<byte> piece)
    {
        var pair = PairOf(piece[0], piece[1]);
        double share = _share[(pair * Symbols) + Of(piece[2])];
        if (piece.Length > 3)
        {
            pair = PairOf(piece[1], piece[2]);
            share *= _share[(pair * Symbols) + Of(piece[3])] / _pairs[pair];
        }

        foreach (var each in piece)
        {
            share *= OfItsSymbol(each);
        }

        return share;
    }

    /// <summary>Rough share of places where these two bytes stand.</summary>
    public static float ShareOf(byte first, byte second) => _pairs[PairOf(first, second)] * OfItsSymbol(first) * OfItsSymbol(second);

    private static int PairOf(byte first, byte second) => (Of(first) * Symbols) + Of(second);

    private static float OfItsSymbol(byte b) => Of(b) is var symbol && symbol < Digit ? 1 : ByteClass.Share[ByteClass.Of(b)] / _within[symbol - Digit];

    private static int Of(byte b)
    {
        var letter = (b | 0x20) - 'a';
        return letter is >= 0 and < Digit ? letter : char.IsAsciiDigit((char)b) ? Digit : Other;
    }

    /// <summary>A line per pair, a character per third symbol: how often the share halves, from 'a'.</summary>
    private static float[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("LetterTriples.txt")!;
        var text = new byte[Symbols * Symbols * (Symbols + 1)];
        stream.ReadExactly(text);
        var share = new float[Symbols * Symbols * Symbols];
        for (var i = 0; i < share.Length; i++)
        {
            share[i] = 1f / (1 << (text[i + (i / Symbols)] - 'a'));
        }

        return share;
    }

    private static float[] Sums(float[] share)
    {
        var sums = new float[Symbols * Symbols];
        for (var i = 0; i < share.Length; i++)
        {
            sums[i / Symbols] += share[i];
        }

        return sums;
    }

    // What all digits, and all other bytes but letters, have together
    private static float[] Within()
    {
        var within = new float[2];
        for (var b = 0; b < 128; b++)
        {
            if (Of((byte)b) is var symbol and >= Digit && b >= ' ')
            {
                within[symbol - Digit] += ByteClass.Share[ByteClass.Of((byte)b)];
            }
        }

        return within;
    }
}
