using Fraud.Keys;
using Fraud.Text;

namespace Fraud;

/// <summary>Hides keys before a text is stored.</summary>
public sealed class SecretMasker : ISecretMasker
{
    private readonly KeyScanner _keys;

    /// <summary>A masker over loaded rules.</summary>
    public SecretMasker(KeyScanner keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
    }

    /// <inheritdoc/>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SpanMask.Hide(text, _keys.Scan(text).Select(k => k.Span));
    }
}
