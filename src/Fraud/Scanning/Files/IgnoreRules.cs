namespace Fraud.Scanning;

/// <summary>The ignore files in force in a folder: its own, then those of the folders above it.</summary>
/// <param name="Folder">Folder of the file, relative to the root of the walk, parts separated by '/'; negative parts are in <paramref name="Above"/>.</param>
/// <param name="Above">What stands between the folder of the file and the root of the walk when the file lies above it, with a '/' at its end; else empty.</param>
/// <param name="Patterns">Its lines, last one first.</param>
/// <param name="Parent">The ignore files above.</param>
internal sealed record IgnoreRules(string Folder, string Above, IReadOnlyList<IgnorePattern> Patterns, IgnoreRules? Parent)
{
    // A file of more is no list of names somebody wrote
    private const int MaxBytes = 4 << 20;

    /// <summary>Adds the ignore files of a folder that has any; a file that cannot be read has no say.</summary>
    public static IgnoreRules? Add(IgnoreRules? parent, string folder, string relative, string above, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var patterns = Read(Path.Combine(folder, name));
            parent = patterns.Count > 0 ? new(relative, above, patterns, parent) : parent;
        }

        return parent;
    }

    /// <summary>Whether a path is left out; the nearest file that speaks of it decides, and in it the last line.</summary>
    /// <param name="path">Path relative to the root of the walk.</param>
    /// <param name="isFolder">Whether that is a folder.</param>
    public bool Ignores(string path, bool isFolder)
    {
        for (var rules = this; rules is not null; rules = rules.Parent)
        {
            var below = rules.Above + (rules.Folder.Length > 0 ? path[(rules.Folder.Length + 1)..] : path);
            foreach (var pattern in rules.Patterns)
            {
                if (pattern.Matches(below, isFolder))
                {
                    return !pattern.Keeps;
                }
            }
        }

        return false;
    }

    private static List<IgnorePattern> Read(string file)
    {
        try
        {
            if (new FileInfo(file) is not { Exists: true, LinkTarget: null, Length: > 0 and < MaxBytes })
            {
                return [];
            }

            var patterns = File.ReadAllText(file).Split('\n').Select(IgnorePattern.Parse).OfType<IgnorePattern>().ToList();
            patterns.Reverse();
            return patterns;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
