namespace Fraud.Contacts;

/// <summary>What wins where two readings overlap.</summary>
internal enum ContactRank
{
    /// <summary>Digits of a shape.</summary>
    Shape,

    /// <summary>A word before it says what it is.</summary>
    Cued,

    /// <summary>A host or address.</summary>
    Address,

    /// <summary>A check digit or checksum holds.</summary>
    Checked,

    /// <summary>Part of another contact and kept beside it: the code in a link.</summary>
    Nested,
}
