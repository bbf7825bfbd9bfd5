namespace Fraud.Report.Formats;

/// <summary>Traffic Light Protocol 2.0 (https://www.first.org/tlp/): with whom a receiver may share.</summary>
public enum Tlp
{
    /// <summary>Anybody.</summary>
    Clear,

    /// <summary>The receiver's community.</summary>
    Green,

    /// <summary>The receiver's organisation and its clients.</summary>
    Amber,

    /// <summary>The receiver's organisation only.</summary>
    AmberStrict,

    /// <summary>Named persons only.</summary>
    Red,
}
