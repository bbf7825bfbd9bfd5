namespace Fraud.Scanning;

/// <summary>Counts results, leaves out what is known and hands the rest to the format.</summary>
internal sealed class ScanReport(IFindingFormat format, Baseline baseline, bool keep)
{
    private readonly List<ScanFinding> _kept = [];
    private readonly List<ScanFault> _faults = [];

    /// <summary>Bytes searched.</summary>
    public long Bytes { get; private set; }

    /// <summary>Keys told.</summary>
    public long Told { get; private set; }

    /// <summary>Keys the baseline knows.</summary>
    public long Known { get; private set; }

    /// <summary>Keys their line allows.</summary>
    public long Allowed { get; private set; }

    /// <summary>Parts left out as binary.</summary>
    public long Binary { get; private set; }

    /// <summary>Parts packed in a way that is not read.</summary>
    public long Packed { get; private set; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<ScanFault> Faults => _faults;

    /// <summary>Every key, known ones included; empty unless they were to be kept.</summary>
    public IReadOnlyList<ScanFinding> Kept => _kept;

    /// <summary>What the shell is told.</summary>
    public int ExitCode => Told > 0 ? Commands.ExitCode.Found : _faults.Count > 0 ? Commands.ExitCode.WrongUse : Commands.ExitCode.Done;

    /// <summary>Takes a result; gives how many of its keys were told.</summary>
    public int Add(ScanResult result)
    {
        var told = 0;
        foreach (var finding in result.Findings)
        {
            if (keep)
            {
                _kept.Add(finding);
            }

            if (baseline.Has(finding))
            {
                Known++;
                continue;
            }

            format.Write(finding);
            told++;
        }

        Told += told;
        Bytes += result.Bytes;
        Allowed += result.Allowed;
        Binary += result.Binary;
        Packed += result.Packed;
        _faults.AddRange(result.Faults);
        return told;
    }

    /// <summary>Ends the output.</summary>
    public void End() => format.End(_faults);
}
