using Fraud.Canonical;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Text;

namespace Fraud;

/// <summary>Hides keys, ID numbers and bank cards before a text is stored. Safe for concurrent use.</summary>
public sealed class SecretMasker : ISecretMasker
{
    [ThreadStatic]
    private static (TextTables Tables, TextViewsBuilder Builder)? _views;

    private readonly KeyScanner _keys;
    private readonly ContactExtractor _contacts;
    private readonly TextTables _tables;

    /// <summary>A masker over loaded parts.</summary>
    public SecretMasker(KeyScanner keys, ContactExtractor contacts, TextTables tables)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(tables);
        _keys = keys;
        _contacts = contacts;
        _tables = tables;
    }

    /// <inheritdoc/>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // ID and card numbers are longer still
        if (text.Length < KeyScanner.MinLength)
        {
            return text;
        }

        var keys = _keys.Scan(text);
        var numbers = Numbers(text);
        return keys.Count == 0 && numbers.Count == 0 ? text : SpanMask.Hide(text, keys.Select(k => k.Span).Concat(numbers));
    }

    // Most texts have no number that long, which the first view shows; the other views and the contacts are ten times the work
    private IReadOnlyList<TextSpan> Numbers(string text)
    {
        var views = Views();
        return SecretNumbers.MayBeIn(views.BuildCanonical(text).Text) ? [.. _contacts.Extract(views.BuildOthers()).Where(Assessment.IsSecret).Select(c => c.Span)] : [];
    }

    private TextViewsBuilder Views()
    {
        if (_views is not { } kept || kept.Tables != _tables)
        {
            _views = kept = (_tables, new(_tables));
        }

        return kept.Builder;
    }
}
