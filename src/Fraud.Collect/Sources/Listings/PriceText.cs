using System.Globalization;
using System.Text.RegularExpressions;

namespace Fraud.Collect.Sources.Listings;

/// <summary>Reads an amount as shops write it: "1,299.00", "1.299,00", "¥99", "99元", "US$ 5".</summary>
internal static partial class PriceText
{
    public static decimal? Amount(string text)
    {
        var match = Number().Match(text.Length > 100 ? text[..100] : text);
        if (!match.Success)
        {
            return null;
        }

        var number = match.Value.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        return decimal.TryParse(Normalise(number), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <summary>The ISO code a sign or word stands for; empty when none is seen.</summary>
    public static string Currency(string text) =>
        text.Contains("US$", StringComparison.OrdinalIgnoreCase) ? "USD"
        : text.Contains("HK$", StringComparison.OrdinalIgnoreCase) ? "HKD"
        : text.Contains("NT$", StringComparison.OrdinalIgnoreCase) ? "TWD"
        : text.Contains("USDT", StringComparison.OrdinalIgnoreCase) ? "USDT"
        : text.AsSpan().IndexOfAny("¥￥元") >= 0 ? "CNY"
        : text.Contains('€') ? "EUR"
        : text.Contains('£') ? "GBP"
        : text.Contains('$') ? "USD"
        : "";

    // Of two kinds of separators the last one is the decimal one; a single kind is decimal unless three digits follow
    private static string Normalise(string number)
    {
        var (comma, dot) = (number.LastIndexOf(','), number.LastIndexOf('.'));
        if (comma >= 0 && dot >= 0)
        {
            return comma > dot ? number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : number.Replace(",", "", StringComparison.Ordinal);
        }

        if (comma >= 0)
        {
            var thousands = number.Length - comma - 1 == 3 || number.IndexOf(',', StringComparison.Ordinal) != comma;
            return thousands ? number.Replace(",", "", StringComparison.Ordinal) : number.Replace(',', '.');
        }

        return number.IndexOf('.', StringComparison.Ordinal) != dot ? number.Replace(".", "", StringComparison.Ordinal) : number;
    }

    [GeneratedRegex("[0-9](?:[0-9,.'\u00A0 ]{0,60}[0-9])?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
