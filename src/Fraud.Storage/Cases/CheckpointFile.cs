using System.Text.Json;
using Fraud.Cases;
using Fraud.Storage.Secrets;

namespace Fraud.Storage.Cases;

/// <summary>A second copy of the checkpoints outside the database, one JSON line each, so that cutting off the log in the database shows. Ship it elsewhere to guard against whoever can write both.</summary>
internal sealed class CheckpointFile(StorageOptions options)
{
    private readonly Lock _gate = new();

    private string FilePath => Path.Combine(DataFolder.Ensure(options.Folder), "audit-checkpoints.jsonl");

    public void Append(AuditCheckpoint checkpoint)
    {
        var line = StorageJson.WriteBytes(checkpoint);
        lock (_gate)
        {
            if (!File.Exists(FilePath))
            {
                DataFolder.TryCreate(FilePath, []);
            }

            using var stream = new FileStream(FilePath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            // The line break comes first: half a line left by a crash spoils no other
            stream.Write([(byte)'\n', .. line]);
            stream.Flush(flushToDisk: true);
        }
    }

    public IReadOnlyList<AuditCheckpoint> Read() => File.Exists(FilePath) ? [.. File.ReadLines(FilePath).Select(Parse).OfType<AuditCheckpoint>()] : [];

    private static AuditCheckpoint? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : StorageJson.Read<AuditCheckpoint>(line);
        }
        catch (JsonException)
        {
            // A line cut short by a crash; the database has the checkpoint
            return null;
        }
    }
}
