namespace Fraud.Contacts;

/// <summary>Card numbers: 13 to 19 digits of a known issuer range with the check digit of Luhn.</summary>
internal static class BankCard
{
    /// <summary>Whether digits are a card number.</summary>
    public static bool IsNumber(ReadOnlySpan<char> digits) => digits.Length is >= 13 and <= 19 && HasRange(digits) && PassesLuhn(digits);

    /// <summary>Whether the last digit is the check digit of the others.</summary>
    public static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return digits.Length > 1 && sum % 10 == 0;
    }

    // UnionPay, Visa, Mastercard, American Express, JCB, Discover, Diners, Mir
    private static bool HasRange(ReadOnlySpan<char> digits)
    {
        var four = ((digits[0] - '0') * 1000) + ((digits[1] - '0') * 100) + ((digits[2] - '0') * 10) + (digits[3] - '0');
        return four switch
        {
            >= 6200 and <= 6299 => digits.Length >= 16,
            >= 4000 and <= 4999 => digits.Length is 13 or 16 or 19,
            (>= 5100 and <= 5599) or (>= 2221 and <= 2720) => digits.Length == 16,
            (>= 3400 and <= 3499) or (>= 3700 and <= 3799) => digits.Length == 15,
            (>= 3528 and <= 3589) or 6011 or (>= 6440 and <= 6599) or (>= 2200 and <= 2204) or (>= 6000 and <= 6099) => digits.Length is 16 or 19,
            _ => false,
        };
    }
}
