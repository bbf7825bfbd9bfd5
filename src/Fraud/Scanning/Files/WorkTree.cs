using Fraud.Commands;

namespace Fraud.Scanning;

/// <summary>What a git work tree adds to the files of a folder.</summary>
internal static class WorkTree
{
    /// <summary>Whether the folder lies in a work tree.</summary>
    public static bool Contains(string folder) => Above(folder).Any(IsRoot);

    /// <summary>The ignore files between a folder and the root of its work tree, the root's first; null outside one.</summary>
    public static IgnoreRules? RulesAbove(string folder)
    {
        var full = Path.GetFullPath(folder).TrimEnd('/');
        if (IsRoot(full) || Above(full).FirstOrDefault(IsRoot) is not { } root)
        {
            return null;
        }

        var rules = IgnoreRules.Add(null, Path.Combine(root, ".git", "info"), "", full[(root.TrimEnd('/').Length + 1)..] + "/", "exclude");
        foreach (var above in Above(full).Where(a => a.Length >= root.Length).Reverse())
        {
            rules = IgnoreRules.Add(rules, above, "", full[(above.TrimEnd('/').Length + 1)..] + "/", ".gitignore", ".fraudignore");
        }

        return rules;
    }

    /// <summary>Files of a folder that git tracks although an ignore file names them; empty without git.</summary>
    public static HashSet<string> TrackedButIgnored(string folder)
    {
        try
        {
            var names = GitProcess.Run(folder, "ls-files", "-z", "--cached", "--ignored", "--exclude-standard").Output ?? "";
            return [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(n => Path.Combine(folder, n)).Where(f => new FileInfo(f) is { Exists: true, LinkTarget: null, Length: > 0 })];
        }
        catch (UsageException)
        {
            // No git on this machine: the ignore files alone decide
            return [];
        }
    }

    private static bool IsRoot(string folder) => Path.Exists(Path.Combine(folder, ".git"));

    private static IEnumerable<string> Above(string folder)
    {
        for (var above = Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd('/')); above is not null; above = Path.GetDirectoryName(above))
        {
            yield return above;
        }
    }
}
