using Fraud.Storage.Secrets;

namespace Fraud.Storage.Moving;

/// <summary>What belongs to a store beside its database: the installation's keys and the second copy of the checkpoints.</summary>
public static class StoreFiles
{
    /// <summary>Copies them into another data folder; a file that is there must be the same.</summary>
    /// <exception cref="StorageException">The other folder belongs to another installation.</exception>
    public static void Copy(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        Copy(from, to, [Path.Combine(from, "audit-checkpoints.jsonl")]);
        CopyKeys(from, to);
    }

    /// <summary>Copies the keys alone: a running service may have made one since.</summary>
    /// <exception cref="StorageException">The other folder belongs to another installation.</exception>
    public static void CopyKeys(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var keys = Path.Combine(from, "keys");
        Copy(from, to, Directory.Exists(keys) ? Directory.EnumerateFiles(keys, "*", SearchOption.AllDirectories) : []);
    }

    private static void Copy(string from, string to, IEnumerable<string> files)
    {
        foreach (var file in files.Where(File.Exists))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            DataFolder.Ensure(Path.GetDirectoryName(Path.GetFullPath(copy))!);
            var content = File.ReadAllBytes(file);
            if (!DataFolder.TryCreate(copy, content) && !File.ReadAllBytes(copy).AsSpan().SequenceEqual(content))
            {
                throw new StorageException($"{Path.GetRelativePath(from, file)} of the target folder is another one; give a folder without an installation in it.");
            }
        }
    }
}
