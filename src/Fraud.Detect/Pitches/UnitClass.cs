namespace Fraud.Pitches;

/// <summary>What a character begins, by a table over all characters.</summary>
internal static class UnitClass
{
    public const byte Sign = 0, Han = 1, Space = 2, Letter = 3, Digit = 4;

    private static readonly byte[] Table = Build();

    /// <summary>The class of every character.</summary>
    public static ReadOnlySpan<byte> Of => Table;

    private static byte[] Build()
    {
        var table = new byte[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = c is >= 0x3400 and <= 0x9FFF ? Han
                : c == ' ' ? Space
                : char.IsAsciiDigit((char)c) ? Digit
                : char.IsAsciiLetterLower((char)c) || (c >= 0x80 && char.IsLetter((char)c)) ? Letter
                : Sign;
        }

        return table;
    }
}
