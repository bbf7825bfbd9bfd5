namespace Fraud.Contacts;

/// <summary>What a character can begin.</summary>
internal enum ContactRole : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A run of letters and digits.</summary>
    Run,

    /// <summary>A Chinese digit.</summary>
    ChineseDigit,

    /// <summary>The dot of a host.</summary>
    Dot,

    /// <summary>A parameter of a link.</summary>
    Parameter,

    /// <summary>The colon of tg://.</summary>
    Scheme,
}
