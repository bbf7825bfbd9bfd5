using System.Text.RegularExpressions;

namespace Fraud.Collect.Extracting;

/// <summary>Takes out pronunciation notes such as "網(wǎng)", which text-conversion sites leave behind. Only pinyin with a tone mark counts, so "价格（usd）" stays.</summary>
internal static partial class PinyinNotes
{
    public static string Strip(string text) => text.AsSpan().IndexOfAny('(', '（') < 0 ? text : Note().Replace(text, "$1");

    [GeneratedRegex("([\u3400-\u9FFF])[(（][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-zü]{0,5}[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
