namespace Fraud.Jobs;

/// <summary>One turn of a job at a time among all processes on one data folder. A lock is an open file: the system drops it with the process, however that ends.</summary>
public sealed class TurnLocks
{
    private readonly string? _folder;

    /// <summary>Locks in this folder; null for a process that shares its data with no other.</summary>
    public TurnLocks(string? folder) => _folder = folder;

    /// <summary>The lock; null when another process has it.</summary>
    public IDisposable? TryTake(IRecurringJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (_folder is null || job.IsShared)
        {
            return new MemoryStream(0);
        }

        try
        {
            Directory.CreateDirectory(_folder);
            return new FileStream(Path.Combine(_folder, Uri.EscapeDataString(job.Name) + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
