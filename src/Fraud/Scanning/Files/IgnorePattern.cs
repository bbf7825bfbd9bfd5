namespace Fraud.Scanning;

/// <summary>One line of a .gitignore file, with the meaning git gives it (https://git-scm.com/docs/gitignore).</summary>
internal sealed class IgnorePattern
{
    private readonly string[] _parts;
    private readonly bool _anchored;
    private readonly bool _folderOnly;

    private IgnorePattern(string[] parts, bool anchored, bool folderOnly, bool keeps) => (_parts, _anchored, _folderOnly, Keeps) = (parts, anchored, folderOnly, keeps);

    /// <summary>Whether the line takes back what lines before it leave out ("!…").</summary>
    public bool Keeps { get; }

    /// <summary>Reads a line; null for blank lines and comments.</summary>
    public static IgnorePattern? Parse(string line)
    {
        line = TrimEnd(line.EndsWith('\r') ? line[..^1] : line);
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        var keeps = line[0] == '!';
        line = keeps ? line[1..] : line;
        var folderOnly = line.EndsWith('/');
        line = folderOnly ? line[..^1] : line;
        var anchored = line.Contains('/', StringComparison.Ordinal);
        string[] parts = line.TrimStart('/').Split('/');
        // "a/**" is what lies in a, not a itself
        return line.Length == 0 ? null : new(parts is [.., _, "**"] ? [.. parts, "*"] : parts, anchored, folderOnly, keeps);
    }

    /// <summary>Whether it speaks of a path.</summary>
    /// <param name="path">Path below the folder of the file the line stands in, parts separated by '/'.</param>
    /// <param name="isFolder">Whether that is a folder.</param>
    public bool Matches(string path, bool isFolder)
    {
        if (_folderOnly && !isFolder)
        {
            return false;
        }

        return _anchored ? MatchesPath(path.Split('/')) : Glob.Matches(_parts[0], path.AsSpan(path.LastIndexOf('/') + 1));
    }

    private bool MatchesPath(string[] path)
    {
        int p = 0, n = 0, star = -1, retry = 0;
        while (n < path.Length)
        {
            if (p < _parts.Length && _parts[p] == "**")
            {
                (star, retry) = (p++, n);
            }
            else if (p < _parts.Length && Glob.Matches(_parts[p], path[n]))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return p == _parts.Length;
    }

    /// <summary>Blanks at the end do not count, unless a backslash stands before the last.</summary>
    private static string TrimEnd(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !(end > 1 && line[end - 2] == '\\'))
        {
            end--;
        }

        return line[..end];
    }
}
