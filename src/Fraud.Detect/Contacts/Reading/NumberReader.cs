namespace Fraud.Contacts;

/// <summary>Reads groups of digits as card, identity or telephone number.</summary>
internal static class NumberReader
{
    private const int CueReach = 16;
    private const int MostGroups = 12;

    /// <summary>Reads from the first digit on; answers where to go on.</summary>
    public static int Read(in ContactText text, int at, ContactScan scan)
    {
        var canonical = text.Text;
        if (at > 0 && (char.IsAsciiLetter(canonical[at - 1]) || canonical[at - 1] is '#' or '*' or '$' or '¥' or '€' or '£' || (canonical[at - 1] == '.' && at > 1 && char.IsAsciiDigit(canonical[at - 2]))))
        {
            return at;
        }

        if (IsShort(canonical, at, out var shortEnd))
        {
            return shortEnd;
        }

        Span<char> digits = stackalloc char[Digits.Most];
        Span<int> ends = stackalloc int[Digits.Most];
        Span<int> breaks = stackalloc int[Digits.Most + 1];
        var (count, groups) = Digits.Gather(canonical, at, digits, ends, breaks);
        if (count < 7)
        {
            return count == 0 ? at : ends[count - 1];
        }

        var before = canonical[Math.Max(0, at - CueReach)..at];
        for (var group = groups - 1; group >= 0; group--)
        {
            var taken = breaks[group];
            if (taken >= 7 && IsWhole(canonical, ends[taken - 1], taken) && TryRead(text, at, digits[..taken], ends[taken - 1], before, scan))
            {
                return ends[taken - 1];
            }
        }

        // A long row of single digits is a table, not a number behind a number
        return groups > MostGroups ? ends[count - 1] : ends[breaks[0] - 1];
    }

    // Most numbers are a few digits with nothing that goes on behind them
    private static bool IsShort(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - at is > 0 and < 7 && (end + 1 >= text.Length || (Digits.Of(text[end]) < 0 && (text[end] is not (' ' or '-' or '.' or ')' or '·' or '–') || (Digits.Of(text[end + 1]) < 0 && text[end] != ')'))));
    }

    private static bool TryRead(in ContactText text, int at, ReadOnlySpan<char> digits, int end, ReadOnlySpan<char> before, ContactScan scan)
    {
        var canonical = text.Text;
        if (digits.Length == 17 && end < canonical.Length && canonical[end] == 'x')
        {
            return ReadIdentity(text, at, [.. digits, 'X'], end + 1, scan);
        }

        if (digits.Length == 18 && ReadIdentity(text, at, digits, end, scan))
        {
            return true;
        }

        if (BankCard.IsNumber(digits) && !IdCues.IsOrder(before))
        {
            scan.Add("bank_card", Masks.All(digits.Length, digits[^4..]), "payee", text.ToOriginal(at, end), ContactRank.Checked);
            return true;
        }

        var start = at;
        var plus = PlusBefore(canonical, at, ref start);
        if (Phones.Normalize(digits, plus, canonical[at..end], IdCues.IsPhone(before)) is not { } phone || IdCues.IsOrder(before))
        {
            return false;
        }

        start -= start > 0 && canonical[start - 1] == '(' && canonical[start..end].Contains(')') ? 1 : 0;
        scan.Add("phone", phone, "author", text.ToOriginal(start, end), ContactRank.Shape);
        return true;
    }

    private static bool ReadIdentity(in ContactText text, int at, ReadOnlySpan<char> digits, int end, ContactScan scan)
    {
        if (!IdNumbers.IsMainland(digits))
        {
            return false;
        }

        scan.Add("cn_id", Masks.All(18, digits[^2..]), "reported", text.ToOriginal(at, end), ContactRank.Checked);
        return true;
    }

    private static bool PlusBefore(ReadOnlySpan<char> text, int at, ref int start)
    {
        if (at == 0 || text[at - 1] != '+')
        {
            return false;
        }

        start = at - 1;
        return true;
    }

    // A number must not go on in letters or digits; the X of an identity number may
    private static bool IsWhole(ReadOnlySpan<char> text, int end, int digits) =>
        end >= text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '*') || (digits == 17 && text[end] == 'x' && !(end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])));
}
