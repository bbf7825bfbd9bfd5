using System.Text.RegularExpressions;
using Fraud.Text;

namespace Fraud.Testing;

/// <summary>Masks every word that begins with "SECRET".</summary>
public sealed partial class FakeMasker : ISecretMasker
{
    /// <inheritdoc/>
    public string Mask(string text) => Secret().Replace(text, m => new string(SpanMask.Mark, m.Length));

    [GeneratedRegex(@"SECRET\w*")]
    private static partial Regex Secret();
}
