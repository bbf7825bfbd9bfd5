using System.Buffers;

namespace Fraud.Offers;

/// <summary>Whether a post can hold an offer at all: a number, and a sign of money, of a share or of the good. Most posts end here.</summary>
internal sealed class OfferGate
{
    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789〇零一二两三四五六七八九十百千万亿半");
    private static readonly SearchValues<char> Signs = SearchValues.Create("%$¥€£₩₽₫₹元块圆円毛角刀折倍充送赠减投奶咖ト토크원₩");
    private static readonly string[] Words =
    [
        "token", "tok", "usd", "rmb", "cny", "hkd", "twd", "ntd", "yuan", "buck", "dollar", "eur", "gbp", "percent", "per cent", "credit", "half", "bogo", "buy one", "r/", "r=", "price of", "multiplier",
    ];

    // 对折 and half price need no number. Searching for several Latin words at once is quick, for Chinese ones it is not
    private static readonly SearchValues<string> Unnumbered = SearchValues.Create(["half price", "half-price", "half off", "bogo", "buy one get one", "price of a", "price of one"], StringComparison.Ordinal);
    private readonly SearchValues<string> _words;

    /// <summary>A gate that also opens for the plans of a price table.</summary>
    public OfferGate(PriceTable prices) =>
        _words = SearchValues.Create([.. Words.Concat(prices.Plans.SelectMany(p => p.Aliases.Concat(p.Weak))).Select(w => w.ToLowerInvariant()).Where(w => w.All(char.IsAscii)).Distinct()], StringComparison.Ordinal);

    /// <summary>Whether the text is worth reading.</summary>
    public bool Opens(ReadOnlySpan<char> text) => text.ContainsAny(Signs)
        ? text.ContainsAny(Numbers) || text.Contains("对折", StringComparison.Ordinal) || text.ContainsAny(Unnumbered)
        : text.ContainsAny(Numbers) ? text.ContainsAny(_words) || HasTenths(text) : text.ContainsAny(Unnumbered);

    // 三成
    private static bool HasTenths(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('成'); at >= 0; at = text.IndexOf('成'))
        {
            if (at > 0 && Numbers.Contains(text[at - 1]))
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }
}
