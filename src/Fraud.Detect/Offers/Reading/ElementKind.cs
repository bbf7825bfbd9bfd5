namespace Fraud.Offers;

/// <summary>What a piece of an offer is.</summary>
internal enum ElementKind : byte
{
    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A quantity of tokens.</summary>
    Tokens,

    /// <summary>A percentage, as a share.</summary>
    Percent,

    /// <summary>A 折 discount, as the share that is paid.</summary>
    Zhe,

    /// <summary>So many times (倍, x).</summary>
    Times,

    /// <summary>A 倍率 of a gateway.</summary>
    Multiplier,

    /// <summary>A length of time in months.</summary>
    Period,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A number of people.</summary>
    People,

    /// <summary>A measure of work: seconds, pages.</summary>
    Work,

    /// <summary>The name of a model or family.</summary>
    Model,

    /// <summary>The name of a subscription.</summary>
    Plan,

    /// <summary>A name that means a subscription only in company.</summary>
    WeakPlan,

    /// <summary>The name of a currency without an amount.</summary>
    Currency,

    /// <summary>A word that steers the reading.</summary>
    Word,

    /// <summary>The end of a clause (value 1) or sentence (value 2).</summary>
    Break,
}
