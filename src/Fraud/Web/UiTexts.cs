using System.Collections.Frozen;
using System.Text.Json;

namespace Fraud.Web;

/// <summary>The words of the pages, one embedded JSON table per language with equal keys.</summary>
internal sealed class UiTexts
{
    /// <summary>BCP 47 tags of the languages there are.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "zh-CN"];

    private readonly FrozenDictionary<string, UiTable> _tables = Languages.ToFrozenDictionary(l => l, Load);

    public UiTable In(string language) => _tables.TryGetValue(language, out var table) ? table : _tables["en"];

    private static UiTable Load(string language)
    {
        using var stream = typeof(UiTexts).Assembly.GetManifestResourceStream($"Fraud.Web.Texts.{language}.json")!;
        return new UiTable(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary());
    }
}
