namespace Fraud.Report.Delivery;

/// <summary>A report folder in the making: written beside its place and renamed when whole, removed when not.</summary>
internal sealed class ReportFolder : IDisposable
{
    private readonly string _target;
    private readonly string _part;

    private ReportFolder(string target, string part)
    {
        _target = target;
        _part = part;
    }

    /// <summary>Begins a folder; refuses a place that is taken.</summary>
    public static ReportFolder Open(string path)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new ReportException($"'{path}' exists already; a report is never written over another, so name a new folder.");
        }

        var part = $"{target}.{Guid.NewGuid():n}.part";
        try
        {
            Directory.CreateDirectory(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportException($"'{path}' cannot be made: {e.Message}");
        }

        return new(target, part);
    }

    public string PathOf(string name) => Path.Combine(_part, name);

    public FileStream Create(string name) => new(PathOf(name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 1 << 16);

    public void Write(string name, byte[] content)
    {
        using var stream = Create(name);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Puts the folder in its place.</summary>
    public void Publish()
    {
        if (Directory.Exists(_target))
        {
            // Empty when we began; if no longer, this throws and the other's files stay
            Directory.Delete(_target);
        }

        Directory.Move(_part, _target);
    }

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_part))
        {
            Directory.Delete(_part, recursive: true);
        }
    }
}
