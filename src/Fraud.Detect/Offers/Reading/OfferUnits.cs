namespace Fraud.Offers;

/// <summary>What may stand right after a number: currencies, 折, %, periods, counters.</summary>
internal static class OfferUnits
{
    // A unit of one Latin letter counts only when glued to the number
    private const ElementTraits Glued = ElementTraits.Bare;
    private const ElementTraits Dollar = ElementTraits.Dollar;
    private const ElementTraits Local = ElementTraits.Local;
    private static readonly NameTrie Trie = new(Entries());

    /// <summary>The unit after a number that ends here, or null.</summary>
    public static NameEntry? Find(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        if (at >= text.Length)
        {
            return null;
        }

        if (Trie.Find(text, at, out end) is { } glued)
        {
            return glued;
        }

        var spaced = text[at] == ' ' && at + 1 < text.Length ? Trie.Find(text, at + 1, out end) : null;
        if (spaced is not null && (spaced.Traits & Glued) == 0 && !IsPrefix(text, end))
        {
            return spaced;
        }

        end = at;
        return null;
    }

    /// <summary>Whether a number that ends here has a unit or a place value, so that it is not the version of what stands before.</summary>
    public static bool Follows(ReadOnlySpan<char> text, int at)
    {
        if (Find(text, at, out _) is not null)
        {
            return true;
        }

        var rest = text[at..].TrimStart(' ');
        return rest.Length > 0 && (rest[0] is '万' or '亿' or '千' or '百' or '兆' || (at < text.Length && text[at] is 'k' or 'w' or 'm' or 'b' or 'e' && !(at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))));
    }

    // "200 $50": the sign belongs to the next number
    private static bool IsPrefix(ReadOnlySpan<char> text, int end) => text[end - 1] is '$' or '¥' or '€' or '£' or '₩' && end < text.Length && char.IsAsciiDigit(text[end]);

    private static IEnumerable<NamedEntry> Entries() =>
    [
        .. Money("CNY", 1, Local, "元", "元钱", "块", "块钱", "圆"),
        .. Money("CNY", 1, ElementTraits.None, "rmb", "cny", "yuan", "人民币", "元人民币", "块人民币", "¥", "大洋", "软妹币"),
        .. Money("CNY", 1, Glued | Local, "r", "米"),
        .. Money("CNY", 0.1, Local, "毛", "毛钱", "角", "角钱"),
        .. Money("CNY", 0.01, Local, "分钱"),
        .. Money("USD", 1, Dollar, "刀", "刀乐", "刀勒", "美刀", "美金", "美元", "$", "usd", "us$", "美币", "dollar", "buck"),
        .. Money("USD", 0.01, ElementTraits.None, "美分", "cent"),
        .. Money("USDT", 1, ElementTraits.None, "usdt", "u币", "usdc", "泰达币"),
        .. Money("USDT", 1, Glued, "u"),
        .. Money("TWD", 1, ElementTraits.None, "台币", "新台币", "nt", "ntd", "twd", "nt$"),
        .. Money("HKD", 1, ElementTraits.None, "港币", "港元", "港纸", "hkd", "hk$", "蚊"),
        .. Money("JPY", 1, ElementTraits.None, "円", "日元", "日币", "yen", "jpy"),
        .. Money("KRW", 1, ElementTraits.None, "원", "krw", "韩元", "₩"),
        .. Money("EUR", 1, ElementTraits.None, "€", "eur", "euro", "欧元"),
        .. Money("GBP", 1, ElementTraits.None, "£", "gbp", "英镑"),
        .. Money("RUB", 1, ElementTraits.None, "₽", "руб", "rub", "卢布"),
        .. Money("VND", 1, ElementTraits.None, "₫", "vnd"),
        .. Money("VND", 1000, ElementTraits.None, "nghìn"),
        .. Money("SGD", 1, ElementTraits.None, "sgd", "新币"),
        .. Money("MYR", 1, ElementTraits.None, "myr", "马币", "令吉"),
        .. Money("INR", 1, ElementTraits.None, "inr", "₹"),
        .. As(new(ElementKind.Percent, Value: 0.01), "%", "percent", "per cent", "个点"),
        .. As(new(ElementKind.Percent, Value: 0.1, Traits: Glued), "成"),
        .. As(new(ElementKind.Zhe), "折"),
        .. As(new(ElementKind.Multiplier), "倍率", "的倍率", "x倍率"),
        .. As(new(ElementKind.Times, Value: 1), "倍", "x", "times", "×"),
        .. As(new(ElementKind.Period, Value: 1), "个月", "月", "month", "mo"),
        .. As(new(ElementKind.Period, Value: 12), "年", "year", "yr"),
        .. As(new(ElementKind.Period, Value: 3), "季", "季度", "个季度"),
        .. As(new(ElementKind.Period, Value: 0.25), "周", "个星期", "星期", "week"),
        .. As(new(ElementKind.Period, Value: 1 / 30.0), "天", "日", "day"),
        .. As(new(ElementKind.People), "人", "位", "席", "个人", "people", "person", "seat", "user"),
        .. As(new(ElementKind.Count), "个", "张", "支", "份", "套", "台", "组", "枚", "pc", "piece", "account", "key", "个号", "个账号", "个key"),
        .. As(new(ElementKind.Work), "秒", "分钟", "小时", "字", "页", "second", "sec", "minute", "min", "hour", "page", "word", "张图", "p", "帧", "代", "级", "次", "条", "点"),
    ];

    private static IEnumerable<NamedEntry> Money(string currency, double factor, ElementTraits traits, params string[] names) =>
        As(new(ElementKind.Money, Value: factor, Name: currency, Traits: traits), names);

    private static IEnumerable<NamedEntry> As(NameEntry entry, params string[] names) => names.Select(n => new NamedEntry(n, entry));
}
