namespace Fraud.Offers;

/// <summary>How a number is written.</summary>
internal enum NumeralKind : byte
{
    /// <summary>Not a number, or not one that counts something (a date, a time, an id).</summary>
    None,

    /// <summary>Whole, in digits.</summary>
    Whole,

    /// <summary>With decimals.</summary>
    Decimal,

    /// <summary>Chinese with place values: 两千万, 五十.</summary>
    Chinese,

    /// <summary>Chinese digits in a row or one alone: 八五, 一.</summary>
    ChineseDigits,

    /// <summary>A place value without a number before it: 百万, 亿.</summary>
    Bare,
}
