namespace Fraud.Tests.Canonical;

/// <summary>Hostile texts made of the characters that canonicalisation treats specially, repeatable by seed.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "t", "k", "v", "X", "0", "1", "@", "$", " ", "  ", ".", "*", "(", ")", "（", "）", "\n", "词", "元", "囤", "屯", "偷", "啃", "偷啃", "薇", "威", "加", "讠", "司",
        "詞", "賺", "帳", "ǎ", "a\u030C", "\u030C", "\u0301", "\u0338", "\u3099", "ﾄ", "ﾞ", "\u1112", "\u1161", "\u11AB", "한", "е", "о", "ν", "ѵ", "Σ", "ς", "İ", "ß",
        "♥", "❤\uFE0F", "💚", "➕", "🔪", "🆅", "🇨", "①", "❶", "\u200B", "\u00AD", "\u3164", "\u202E", "\uFDFA", "㍿", "½", "¨", "\uD800", "\uDC00", "\uDB40\uDC61", "𝐓", "\uFFFD",
        "token", "to ken", "t o k e n", "网(wǎng)", "\u0E33", "\u0FB2\u0F71", "가", "ᅡ", "\u0344", "\u2126", "K", "丽",
    ];

    public static string Make(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ =>
            random.Next(4) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : Pieces[random.Next(Pieces.Length)]));
    }
}
