namespace Fraud.Scanning;

/// <summary>What is scanned, as results in order, with how far it is.</summary>
internal abstract class ScanSource
{
    /// <summary>What a result is, for people: "files" or "batches".</summary>
    public abstract string Unit { get; }

    /// <summary>How far the work is, 0 to 1; 0 while that is not known.</summary>
    public abstract double Part { get; }

    /// <summary>Scans.</summary>
    public abstract IAsyncEnumerable<ScanResult> RunAsync(CancellationToken cancellationToken);
}
