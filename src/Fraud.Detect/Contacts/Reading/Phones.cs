namespace Fraud.Contacts;

/// <summary>Telephone numbers of the places posts come from, in E.164 form.</summary>
internal static class Phones
{
    private static readonly string[] Codes =
    [
        "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64",
        "65", "66", "81", "82", "84", "86", "90", "91", "92", "94", "95", "98", "212", "234", "254", "351", "353", "358", "380", "420", "852", "853", "855", "856", "880", "886", "960", "966", "971", "972",
    ];

    /// <summary>The number in E.164 form; null when the digits are none.</summary>
    /// <param name="digits">Digits without signs.</param>
    /// <param name="plus">Whether a plus stood before them.</param>
    /// <param name="written">As written in the canonical view.</param>
    /// <param name="isOne">Whether they stood in one run.</param>
    /// <param name="cued">Whether a word before them speaks of a telephone.</param>
    public static string? Normalize(ReadOnlySpan<char> digits, bool plus, ReadOnlySpan<char> written, bool isOne, bool cued)
    {
        if (plus || digits.StartsWith("00"))
        {
            return International(plus ? digits : digits[2..]);
        }

        if (IsMainlandMobile(digits))
        {
            return $"+86{digits}";
        }

        if (digits.StartsWith("86") && IsMainlandMobile(digits[2..]))
        {
            return $"+{digits}";
        }

        var apart = !isOne;
        return digits.Length switch
        {
            10 when digits.StartsWith("09") && (apart || cued) && !written.Contains('.') => $"+886{digits[1..]}",
            10 when digits[0] is '4' or '8' && digits[1..3] is "00" && (apart || cued) => $"+86{digits}",
            10 when IsNorthAmerican(digits) && (cued || IsNorthAmericanShape(written)) => $"+1{digits}",
            11 when digits[0] == '1' && IsNorthAmerican(digits[1..]) && (cued || apart) => $"+{digits}",
            11 when digits.StartsWith("07") && (cued || apart) => $"+44{digits[1..]}",
            11 when digits.StartsWith("010") && (cued || apart) => $"+86{digits[1..]}",
            12 when digits[..2] is "02" or "03" or "04" or "05" or "06" or "07" or "08" or "09" && cued => $"+86{digits[1..]}",
            8 when digits[0] is >= '2' and <= '9' && cued && apart => $"+852{digits}",
            _ => null,
        };
    }

    private static bool IsMainlandMobile(ReadOnlySpan<char> digits) => digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9';

    private static bool IsNorthAmerican(ReadOnlySpan<char> digits) => digits[0] is >= '2' and <= '9' && digits[3] is >= '2' and <= '9' && digits[1..3] is not "11";

    // 202-555-0123, (202) 555-0123, 202.555.0123
    private static bool IsNorthAmericanShape(ReadOnlySpan<char> written) =>
        written.Length is 12 or 13 or 14 && !char.IsAsciiDigit(written[3]) && !char.IsAsciiDigit(written[^5]) && written[^4..].IndexOfAnyExceptInRange('0', '9') < 0;

    private static string? International(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 8 or > 15)
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
