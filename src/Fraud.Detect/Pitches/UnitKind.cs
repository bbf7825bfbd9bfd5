namespace Fraud.Pitches;

/// <summary>What a unit of text is.</summary>
internal enum UnitKind : byte
{
    /// <summary>A Chinese character.</summary>
    Han,

    /// <summary>A word of letters.</summary>
    Word,

    /// <summary>A number, known by its size.</summary>
    Number,

    /// <summary>A sign.</summary>
    Sign,

    /// <summary>A link, a mail address, a handle or a key-like string, known by its kind only.</summary>
    Marker,
}
