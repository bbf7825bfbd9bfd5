namespace Fraud.Offers;

/// <summary>How an element was written or what became of it.</summary>
[Flags]
internal enum ElementTraits : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Part of an offer already read.</summary>
    Used = 1,

    /// <summary>A place value without a number: 百万.</summary>
    Bare = 2,

    /// <summary>The base of a rate: per million.</summary>
    Base = 4,

    /// <summary>With a place value: 5000w.</summary>
    Magnitude = 8,

    /// <summary>刀, $: can be credit as well as a price.</summary>
    Dollar = 16,

    /// <summary>元, 块: the money of wherever the author lives.</summary>
    Local = 32,

    /// <summary>In Chinese digits.</summary>
    Chinese = 64,

    /// <summary>A period said of a price: /月, per month.</summary>
    PerPeriod = 128,
}
