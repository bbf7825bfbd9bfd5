namespace Fraud.Scanning;

/// <summary>Collects what one file gives while it is read.</summary>
internal sealed class ScanTally(UnpackBudget budget)
{
    private readonly List<ScanFinding> _findings = [];
    private readonly List<ScanFault> _faults = [];

    public UnpackBudget Budget => budget;

    public long Bytes { get; set; }

    public int Allowed { get; set; }

    public int Binary { get; set; }

    public int Packed { get; set; }

    public void Add(ScanFinding finding) => _findings.Add(finding);

    public void Fail(string place, string why) => _faults.Add(new(place, why));

    public ScanResult Result() => new() { Findings = _findings, Faults = _faults, Bytes = Bytes, Allowed = Allowed, Binary = Binary, Packed = Packed };
}
