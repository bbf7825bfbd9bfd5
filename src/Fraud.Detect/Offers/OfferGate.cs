using System.Buffers;

namespace Fraud.Offers;

/// <summary>Whether a post can hold an offer at all: a number, and a sign of money, of a share or of the good. Most posts end here.</summary>
internal sealed class OfferGate
{
    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789〇零一二两三四五六七八九十百千万亿半");
    private static readonly SearchValues<char> Signs = SearchValues.Create("%$¥€£₩₽₫₹元块圆円毛角刀折倍充送赠减投奶");
    private static readonly string[] Words =
    [
        "token", "tok", "usd", "rmb", "cny", "hkd", "twd", "ntd", "yuan", "buck", "dollar", "eur", "gbp", "percent", "per cent", "credit", "half", "bogo", "buy one", "r/", "r=", "price of", "multiplier",
    ];

    private static readonly SearchValues<string> Foreign = SearchValues.Create(["トークン", "토큰", "크레딧", "원", "руб", "词元", "一成", "两成", "二成", "三成", "四成", "五成", "六成", "七成", "八成", "九成"], StringComparison.Ordinal);
    private readonly SearchValues<string> _words;

    /// <summary>A gate that also opens for the plans of a price table.</summary>
    public OfferGate(PriceTable prices) =>
        _words = SearchValues.Create([.. Words.Concat(prices.Plans.SelectMany(p => p.Aliases.Concat(p.Weak))).Select(w => w.ToLowerInvariant()).Where(w => w.All(char.IsAscii)).Distinct()], StringComparison.Ordinal);

    /// <summary>Whether the text is worth reading.</summary>
    public bool Opens(ReadOnlySpan<char> text) => text.ContainsAny(Numbers) && (text.ContainsAny(Signs) || text.ContainsAny(_words) || text.ContainsAny(Foreign)) || text.ContainsAny(Unnumbered);

    // 对折 and half price need no number
    private static SearchValues<string> Unnumbered { get; } = SearchValues.Create(["对折", "half price", "half-price", "half off", "bogo", "buy one get one", "price of a", "price of one"], StringComparison.Ordinal);
}
