namespace Fraud.Text;

/// <summary>One sentence in the two languages of the product.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Simplified Chinese.</param>
public readonly record struct LocalText(string En, string Zh)
{
    /// <summary>The sentence for a BCP 47 language tag; English unless the tag begins with "zh".</summary>
    public string For(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}
