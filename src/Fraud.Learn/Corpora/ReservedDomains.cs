using System.Text.RegularExpressions;
using Fraud.Training;

namespace Fraud.Corpora;

/// <summary>
/// Writers put the reserved domains example.com, .org and .net (RFC 2606) where a post names somebody's site. Real posts name thousands of them, so each reserved one becomes an
/// invented one: else the word "example" would be the mark of a pitch. Equal posts get equal domains, and one domain of a post stays one.
/// </summary>
internal static partial class ReservedDomains
{
    private static readonly string[] Syllables = ["ba", "bei", "chi", "da", "den", "fa", "fu", "gao", "hui", "ji", "jin", "ka", "ko", "lan", "lex", "lu", "ma", "mi", "mo", "na", "neo", "nu", "on", "pay", "qi", "ra", "ri", "sen", "sky", "ta", "tek", "ti", "to", "tu", "va", "wei", "xin", "yi", "you", "zen", "zhi", "zo"];
    private static readonly string[] Endings = ["com", "com", "com", "net", "org", "cn", "com.cn", "top", "shop", "xyz", "io", "ai", "site", "vip", "cc", "info", "online", "app", "tw", "com.hk"];

    /// <summary>Replaces every reserved domain; the names begin with <paramref name="seed"/>.</summary>
    public static string Fill(string text, string seed)
    {
        if (!text.Contains("example.", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var random = StableHash.ChanceOf(seed);
        return Reserved().Replace(text, m => names.TryGetValue(m.Value, out var name) ? name : names[m.Value] = Name(random));
    }

    private static string Name(Random random)
    {
        var syllables = string.Concat(random.GetItems(Syllables, random.Next(2, 4)));
        var number = random.Next(4) == 0 ? $"{random.Next(1, 1000)}" : "";
        return $"{syllables}{number}.{Endings[random.Next(Endings.Length)]}";
    }

    [GeneratedRegex(@"\bexample\.(?:com|org|net)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
