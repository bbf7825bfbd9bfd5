namespace Fraud.Scanning;

/// <summary>What is scanned, as results in order, with how far it is.</summary>
internal abstract class ScanSource
{
    /// <summary>What was gone through so far, for people: "12 files".</summary>
    public abstract string Done { get; }

    /// <summary>How far the work is, 0 to 1; 0 while that is not known.</summary>
    public abstract double Part { get; }

    /// <summary>Scans.</summary>
    public abstract IAsyncEnumerable<ScanResult> RunAsync(CancellationToken cancellationToken);
}
