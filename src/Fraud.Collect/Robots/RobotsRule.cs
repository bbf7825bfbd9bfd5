namespace Fraud.Collect.Robots;

/// <summary>One Allow or Disallow line.</summary>
internal sealed class RobotsRule
{
    private readonly RobotsPattern _pattern;
    private readonly RobotsPattern? _folder;

    private RobotsRule(bool allows, string line, RobotsPattern pattern, RobotsPattern? folder)
    {
        (Allows, Line, _pattern, _folder) = (allows, line, pattern, folder);
    }

    public bool Allows { get; }

    /// <summary>The line as a person reads it.</summary>
    public string Line { get; }

    public static RobotsRule Create(bool allows, ReadOnlySpan<byte> value)
    {
        var line = (allows ? "Allow: " : "Disallow: ") + System.Text.Encoding.UTF8.GetString(value);
        return new(allows, line.TrimEnd(), RobotsPattern.Create(value), allows ? Folder(value) : null);
    }

    /// <summary>Octets of the pattern that matched; 0 when none did or the pattern is empty.</summary>
    public int Match(RobotsPath path)
    {
        if (_pattern.Matches(path))
        {
            return _pattern.Octets;
        }

        return _folder is not null && _folder.Matches(path) ? _folder.Octets : 0;
    }

    // Allowing a folder's index page allows the folder's own URL
    private static RobotsPattern? Folder(ReadOnlySpan<byte> value)
    {
        var slash = value.LastIndexOf((byte)'/');
        return slash >= 0 && value[slash..].StartsWith("/index.htm"u8) ? RobotsPattern.Create([.. value[..(slash + 1)], (byte)'$']) : null;
    }
}
