namespace Fraud.Offers;

/// <summary>What a character can begin.</summary>
internal enum CharRole : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A name or word.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Ends a clause or sentence.</summary>
    Break,

    /// <summary>A handle or tag to pass over.</summary>
    Skip,
}
