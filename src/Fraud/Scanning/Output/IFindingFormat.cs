namespace Fraud.Scanning;

/// <summary>A form in which findings leave.</summary>
internal interface IFindingFormat
{
    /// <summary>One more finding.</summary>
    void Write(ScanFinding finding);

    /// <summary>Nothing comes after this.</summary>
    /// <param name="faults">What could not be read.</param>
    void End(IReadOnlyList<ScanFault> faults);
}
