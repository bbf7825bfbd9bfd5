namespace Fraud.Scanning;

/// <summary>
/// Lists what a path asks to scan: a file itself; of a folder, every file that no .gitignore or .fraudignore leaves out, in a git work tree or not, and what
/// git tracks although it is left out. Links are not followed, the folders of git itself not entered. One folder is held in memory at a time.
/// </summary>
internal sealed class FileLister(bool honourIgnores)
{
    private static readonly EnumerationOptions _all = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Files in order of their names; folders that cannot be listed with the reason.</summary>
    public IEnumerable<ListedFile> List(string path)
    {
        if (!Directory.Exists(path))
        {
            return [new(path, new FileInfo(path) is { Exists: true } file ? file.Length : 0)];
        }

        return Folder(path, "", honourIgnores ? WorkTree.RulesAbove(path) : null);
    }

    private IEnumerable<ListedFile> Folder(string root, string relative, IgnoreRules? rules)
    {
        var folder = Path.Combine(root, relative);
        if (!TryRead(folder, out var entries, out var fault))
        {
            yield return new(folder, 0, fault);
            yield break;
        }

        HashSet<string>? tracked = null;
        if (honourIgnores)
        {
            var isRepository = entries.Any(e => e.Name == ".git");
            // Another repository begins here: what stands above it has no say in it
            rules = isRepository && relative.Length > 0 ? null : rules;
            rules = isRepository ? IgnoreRules.Add(rules, Path.Combine(folder, ".git", "info"), relative, "", "exclude") : rules;
            rules = IgnoreRules.Add(rules, folder, relative, "", ".gitignore", ".fraudignore");
            tracked = isRepository || (relative.Length == 0 && WorkTree.Contains(folder)) ? WorkTree.TrackedButIgnored(folder) : null;
        }

        foreach (var entry in entries)
        {
            var name = relative.Length > 0 ? $"{relative}/{entry.Name}" : entry.Name;
            if (entry.Name == ".git" || entry.LinkTarget is not null || rules?.Ignores(name, entry is DirectoryInfo) == true)
            {
                continue;
            }

            foreach (var file in entry is FileInfo info ? File(root, name, info) : Folder(root, name, rules))
            {
                tracked?.Remove(file.Path);
                yield return file;
            }
        }

        foreach (var file in (tracked ?? []).Order(StringComparer.Ordinal))
        {
            yield return new(file, new FileInfo(file).Length);
        }
    }

    // Pipes, sockets and devices have no length; opening one could wait for ever
    private static IEnumerable<ListedFile> File(string root, string name, FileInfo info) => info.Length > 0 ? [new(Path.Combine(root, name), info.Length)] : [];

    private static bool TryRead(string folder, out FileSystemInfo[] entries, out string? fault)
    {
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos("*", _all);
            Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            fault = null;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            (entries, fault) = ([], e.Message);
            return false;
        }
    }
}
