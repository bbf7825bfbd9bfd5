using Fraud.Canonical;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Text;

namespace Fraud;

/// <summary>Hides keys, ID numbers and bank cards before a text is stored. Safe for concurrent use.</summary>
public sealed class SecretMasker : ISecretMasker
{
    private readonly KeyScanner _keys;
    private readonly ContactExtractor _contacts;
    private readonly ThreadLocal<TextViewsBuilder> _views;

    /// <summary>A masker over loaded parts.</summary>
    public SecretMasker(KeyScanner keys, ContactExtractor contacts, TextTables tables)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(tables);
        _keys = keys;
        _contacts = contacts;
        _views = new(() => new(tables));
    }

    /// <inheritdoc/>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var keys = _keys.Scan(text).Select(k => k.Span);
        var numbers = _contacts.Extract(_views.Value!.Build(text)).Where(Assessment.IsSecret).Select(c => c.Span);
        return SpanMask.Hide(text, keys.Concat(numbers));
    }
}
