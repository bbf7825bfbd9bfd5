using System.Buffers;

namespace Fraud.Contacts;

/// <summary>Tells at little cost that a text holds no card or identity number. Whatever <see cref="NumberReader"/> and <see cref="RunScanner"/> take for one has this many digits.</summary>
internal static class SecretNumbers
{
    // Hong Kong identity cards: a letter, six digits in a row, a check character
    private const int FewestInARow = 6;

    // Bank cards, written in groups and in Chinese digits too
    private const int FewestInGroups = 13;

    private static readonly SearchValues<char> AnyDigit = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => Digits.Of(c) >= 0)]);

    /// <summary>Whether canonical text may hold one.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> canonical)
    {
        if (!DigitRuns.MayHold(canonical, FewestInARow, FewestInGroups))
        {
            return false;
        }

        var (row, grouped) = (0, 0);
        for (var i = 0; i < canonical.Length; i++)
        {
            if (char.IsAsciiDigit(canonical[i]))
            {
                (row, grouped) = (row + 1, grouped + 1);
            }
            else if (canonical[i] > '\x7F' && AnyDigit.Contains(canonical[i]))
            {
                (row, grouped) = (0, grouped + 1);
            }
            else if (grouped > 0 && Digits.IsGap(canonical, i, out var next))
            {
                (row, i) = (0, next - 1);
            }
            else
            {
                (row, grouped) = (0, 0);
            }

            if (row >= FewestInARow || grouped >= FewestInGroups)
            {
                return true;
            }
        }

        return false;
    }
}
