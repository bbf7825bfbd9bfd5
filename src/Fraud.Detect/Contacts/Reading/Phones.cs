namespace Fraud.Contacts;

/// <summary>Telephone numbers of the places posts come from, in E.164 form.</summary>
internal static class Phones
{
    private const int ShortestInternational = 8;

    // Exchanges put 00 before short numbers of their own
    private const int ShortestPrefixed = 10;

    private static readonly string[] Codes =
    [
        "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64",
        "65", "66", "81", "82", "84", "86", "90", "91", "92", "94", "95", "98", "212", "234", "254", "351", "353", "358", "380", "420", "852", "853", "855", "856", "880", "886", "960", "966", "971", "972",
    ];

    /// <summary>The number in E.164 form; null when the digits are none.</summary>
    /// <param name="digits">Digits without signs.</param>
    /// <param name="plus">Whether a plus stood before them.</param>
    /// <param name="written">As written in the canonical view.</param>
    /// <param name="cued">Whether a word before them speaks of a telephone.</param>
    public static string? Normalize(ReadOnlySpan<char> digits, bool plus, ReadOnlySpan<char> written, bool cued)
    {
        if (plus)
        {
            return International(digits, ShortestInternational);
        }

        if (IsMainlandMobile(digits) && !written.Contains('.'))
        {
            return $"+86{digits}";
        }

        // 04 06 11 20 30 03 are the numbers of a draw, 0.0799 a fraction
        if (IsTorn(written, digits.Length) || (written.Contains('.') && !IsNorthAmericanShape(written)))
        {
            return null;
        }

        return digits.StartsWith("00") ? International(digits[2..], ShortestPrefixed)
            : digits.StartsWith("86") && IsMainlandMobile(digits[2..]) ? $"+{digits}"
            : digits[0] == '0' ? Trunk(digits, written, cued)
            : Local(digits, written, cued);
    }

    // With the 0 of long distance: Taiwan's mobiles, Britain's mobiles, the mainland's cities
    private static string? Trunk(ReadOnlySpan<char> digits, ReadOnlySpan<char> written, bool cued)
    {
        var sign = written.IndexOfAny('-', ' ');
        return digits.Length switch
        {
            10 when digits[1] == '9' && (sign == 4 || cued) => $"+886{digits[1..]}",
            11 when sign is 3 or 4 && written[sign] == '-' => $"+86{digits[1..]}",
            11 when digits[1] == '7' && (sign == 5 || (cued && sign < 0)) => $"+44{digits[1..]}",
            12 when sign == 4 || (cued && sign < 0) => $"+86{digits[1..]}",
            _ => null,
        };
    }

    private static string? Local(ReadOnlySpan<char> digits, ReadOnlySpan<char> written, bool cued)
    {
        var apart = written.Length > digits.Length;
        return digits.Length switch
        {
            10 when digits[0] is '4' or '8' && digits[1..3] is "00" && (apart || cued) => $"+86{digits}",
            10 when IsNorthAmerican(digits) && (cued || IsNorthAmericanShape(written)) => $"+1{digits}",
            11 when digits[0] == '1' && IsNorthAmerican(digits[1..]) && (cued || apart) => $"+{digits}",
            8 when digits[0] is >= '2' and <= '9' && cued && apart => $"+852{digits}",
            _ => null,
        };
    }

    private static bool IsTorn(ReadOnlySpan<char> written, int digits) => digits < 2.5 * (written.Length - digits + 1);

    private static bool IsMainlandMobile(ReadOnlySpan<char> digits) => digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9';

    private static bool IsNorthAmerican(ReadOnlySpan<char> digits) => digits[0] is >= '2' and <= '9' && digits[3] is >= '2' and <= '9' && digits[1..3] is not "11";

    // 202-555-0123, (202) 555-0123, 202.555.0123
    private static bool IsNorthAmericanShape(ReadOnlySpan<char> written) =>
        written.Length is 12 or 13 or 14 && !char.IsAsciiDigit(written[3]) && !char.IsAsciiDigit(written[^5]) && written[^4..].IndexOfAnyExceptInRange('0', '9') < 0;

    private static string? International(ReadOnlySpan<char> digits, int least)
    {
        if (digits.Length < least || digits.Length > 15)
        {
            return null;
        }

        foreach (var code in Codes)
        {
            if (digits.StartsWith(code))
            {
                return code != "86" || digits.Length != 13 || IsMainlandMobile(digits[2..]) ? $"+{digits}" : null;
            }
        }

        return null;
    }
}
