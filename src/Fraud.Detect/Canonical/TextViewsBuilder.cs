namespace Fraud.Canonical;

/// <summary>Builds the views of one text after another into the same buffers. Not for concurrent use: one per thread.</summary>
public sealed class TextViewsBuilder
{
    private readonly TextTables _tables;
    private readonly CanonicalWriter _canonical;
    private readonly TextViews _views = new();

    /// <summary>A builder over loaded tables.</summary>
    public TextViewsBuilder(TextTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        _tables = tables;
        _canonical = new(tables.Characters, tables.LookAlikes);
    }

    /// <summary>Reads a text; the result is valid until the next call. Never throws on any text.</summary>
    public TextViews Build(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        BuildCanonical(text);
        return BuildOthers();
    }

    /// <summary>Writes the first view alone; it is valid until the next call. Never throws on any text.</summary>
    internal TextView BuildCanonical(string text)
    {
        _views.Original = text;
        _views.Traits = _canonical.Write(text, _views.Canonical);
        return _views.Canonical;
    }

    /// <summary>Writes the other views of the text whose first was written last.</summary>
    internal TextViews BuildOthers()
    {
        var joins = _tables.Joined.Write(_views.Canonical, _views.JoinedBuffer);
        _views.Joined = joins > 0 ? _views.JoinedBuffer : _views.Canonical;
        var homophones = _tables.Homophones.Write(_views.Joined, _views.HomophoneBuffer);
        _views.Homophone = homophones > 0 ? _views.HomophoneBuffer : _views.Joined;
        _views.Traits = _views.Traits with { Joins = joins, Homophones = homophones };
        return _views;
    }
}
