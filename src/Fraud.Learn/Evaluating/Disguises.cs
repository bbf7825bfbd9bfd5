using System.Text;

namespace Fraud.Evaluating;

/// <summary>The disguises a model is tried with. Each touches a good part of the characters it can touch.</summary>
public static class Disguises
{
    private const double Often = 0.3;
    private const string Look = "aаeеoоpрcсxхyуiіsѕkк";
    private const string Leet = "a4e3i1o0s5";
    private const string Simplified = "词词元转赚内买卖货涨费额链钱证号现会员币矿节点线询联络单价优惠当时间发来对没两这样说过给从实个们为亿万";
    private static readonly (string From, string To)[] Sounds =
    [
        ("token", "偷啃"), ("词元", "讠司元"), ("囤", "屯"), ("微信", "薇信"), ("qq", "扣扣"), ("赚", "贝兼"), ("转", "车专"), ("钱", "钅戋"), ("telegram", "纸飞机"), ("渠道", "渠dao"), ("密钥", "密月"),
    ];

    private static readonly (string From, string To)[] Pictures = [("刀", "🔪"), ("钱", "💰"), ("车", "🚗"), ("币", "🪙"), ("key", "🔑"), ("飞机", "✈️"), ("卡", "💳"), ("+", "➕")];

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<Disguise> All { get; } =
    [
        new("full-width", (t, r) => Map(t, r, 1, c => c is > ' ' and <= '~' ? ((char)(c + 0xFEE0)).ToString() : null)),
        new("zero-width", (t, r) => Map(t, r, Often, c => char.IsLetter(c) ? c + "\u200B" : null)),
        new("mathematical letters", (t, r) => Map(t, r, 1, Mathematical)),
        new("circled digits", (t, r) => Map(t, r, 1, c => c is >= '1' and <= '9' ? ((char)('①' + c - '1')).ToString() : null)),
        new("look-alikes", (t, r) => Map(t, r, 0.5, c => Pair(Look, c))),
        new("digits for letters", (t, r) => Words(t, r, 0.4, w => string.Concat(w.Select(c => Pair(Leet, c) ?? c.ToString())))),
        new("spaced letters", (t, r) => Words(t, r, 0.4, w => string.Join(' ', w.ToCharArray()))),
        new("starred characters", (t, r) => Stars(t, r)),
        new("emoji", (t, r) => Replace(t, Pictures)),
        new("sound-alikes", (t, r) => Replace(t, Sounds)),
        new("mixed scripts", (t, r) => Map(t, r, 0.5, c => Traditional(c))),
        new("upper case", (t, r) => t.ToUpperInvariant()),
    ];

    private static string Map(string text, Random random, double share, Func<char, string?> map)
    {
        var made = new StringBuilder();
        foreach (var c in text)
        {
            made.Append(random.NextDouble() < share && map(c) is { } other ? other : c.ToString());
        }

        return made.ToString();
    }

    private static string? Mathematical(char c) => c switch
    {
        >= 'a' and <= 'z' => char.ConvertFromUtf32(0x1D41A + c - 'a'),
        >= 'A' and <= 'Z' => char.ConvertFromUtf32(0x1D400 + c - 'A'),
        >= '0' and <= '9' => char.ConvertFromUtf32(0x1D7CE + c - '0'),
        _ => null,
    };

    private static string? Pair(string pairs, char c)
    {
        var at = pairs.IndexOf(c, StringComparison.Ordinal);
        return at >= 0 && at % 2 == 0 ? pairs[at + 1].ToString() : null;
    }

    // The words the market uses, as these are the ones that get disguised
    private static string Words(string text, Random random, double share, Func<string, string> change) =>
        System.Text.RegularExpressions.Regex.Replace(
            text,
            @"\b(?:tokens?|keys?|claude|openai|chatgpt|gemini|credits?|accounts?|profit|guaranteed|telegram|wechat|free|stake|airdrop|presale|invest|daily|unlimited|price|sell(?:ing)?|buy(?:ing)?|code|wallet|verify|refund)\b",
            m => random.NextDouble() < share * 2 ? change(m.Value) : m.Value,
            System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant);

    private static string Stars(string text, Random random)
    {
        var made = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            made.Append(text[i]);
            if (i + 1 < text.Length && IsHan(text[i]) && IsHan(text[i + 1]) && random.NextDouble() < Often)
            {
                made.Append('*');
            }
        }

        return made.ToString();
    }

    private static string? Traditional(char c)
    {
        var traditional = "詞詞元轉賺內買賣貨漲費額鏈錢證號現會員幣礦節點線詢聯絡單價優惠當時間發來對沒兩這樣說過給從實個們為億萬";
        var at = Simplified.IndexOf(c, StringComparison.Ordinal);
        return at >= 0 ? traditional[at].ToString() : null;
    }

    private static string Replace(string text, (string From, string To)[] pairs)
    {
        foreach (var (from, to) in pairs)
        {
            text = text.Replace(from, to, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';
}
