namespace Fraud.Contacts;

/// <summary>Check digits of identity and company numbers. All take upper-case text.</summary>
internal static class IdNumbers
{
    private const string CompanyAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string TaiwanLetters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    private static ReadOnlySpan<byte> MainlandWeights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static ReadOnlySpan<byte> CompanyWeights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Mainland resident number: region, date of birth, sequence, ISO 7064 MOD 11-2 (GB 11643).</summary>
    public static bool IsMainland(ReadOnlySpan<char> text)
    {
        if (text.Length != 18 || text[0] is < '1' or > '8' || text[..17].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (text[i] - '0') * MainlandWeights[i];
        }

        return text[17] == "10X98765432"[sum % 11] && IsDate(text.Slice(6, 8));
    }

    /// <summary>Hong Kong identity card: one or two letters, six digits, check character 0-9 or A.</summary>
    public static bool IsHongKong(ReadOnlySpan<char> letters, ReadOnlySpan<char> digits, char check)
    {
        if (letters.Length is not (1 or 2) || digits.Length != 6)
        {
            return false;
        }

        var sum = letters.Length == 1 ? 36 * 9 : (letters[0] - 'A' + 10) * 9;
        sum += (letters[^1] - 'A' + 10) * 8;
        for (var i = 0; i < 6; i++)
        {
            sum += (digits[i] - '0') * (7 - i);
        }

        var expected = (11 - (sum % 11)) % 11;
        return check == (expected == 10 ? 'A' : (char)('0' + expected));
    }

    /// <summary>Taiwan identity card or resident certificate: a letter, then nine digits of which the first is 1, 2, 8 or 9.</summary>
    public static bool IsTaiwan(ReadOnlySpan<char> text)
    {
        if (text.Length != 10 || text[1] is not ('1' or '2' or '8' or '9') || text[1..].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var letter = TaiwanLetters.IndexOf(text[0], StringComparison.Ordinal) + 10;
        if (letter < 10)
        {
            return false;
        }

        var sum = (letter / 10) + (letter % 10 * 9);
        for (var i = 1; i < 9; i++)
        {
            sum += (text[i] - '0') * (9 - i);
        }

        return (sum + (text[9] - '0')) % 10 == 0;
    }

    /// <summary>Unified social credit code of a Chinese organisation (GB 32100).</summary>
    public static bool IsCompany(ReadOnlySpan<char> text)
    {
        if (text.Length != 18)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var value = CompanyAlphabet.IndexOf(text[i], StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            sum += value * CompanyWeights[i];
        }

        return CompanyAlphabet.IndexOf(text[17], StringComparison.Ordinal) == (31 - (sum % 31)) % 31 && text[..2] is "91" or "92" or "93" or "51" or "52" or "53" or "12" or "11" or "31" or "54" or "55" or "A1" or "N1" or "Y1";
    }

    private static bool IsDate(ReadOnlySpan<char> digits)
    {
        var (year, month, day) = (Number(digits[..4]), Number(digits.Slice(4, 2)), Number(digits.Slice(6, 2)));
        return year is >= 1900 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
