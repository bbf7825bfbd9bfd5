namespace Fraud.Jobs.Quartz;

/// <summary>One turn of a job at a time among all processes on one data folder. A lock is an open file: the system drops it with the process, however that ends.</summary>
internal sealed class TurnLocks(string? folder)
{
    /// <summary>The lock; null when another process has it.</summary>
    public IDisposable? TryTake(IRecurringJob job)
    {
        if (folder is null || job.IsShared)
        {
            return new MemoryStream(0);
        }

        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, Uri.EscapeDataString(job.Name) + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
