namespace Fraud.Canonical;

/// <summary>When a replacement of the homophone view holds.</summary>
internal enum HomophoneCondition
{
    /// <summary>Everywhere.</summary>
    Always,

    /// <summary>Only beside words or shapes that make it a contact.</summary>
    Contact,

    /// <summary>Only shortly before the asset traded.</summary>
    Asset,
}
