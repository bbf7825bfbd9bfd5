namespace Fraud.Collect.Archives;

/// <summary>Reads "Name: value" lines.</summary>
internal static class HeaderLines
{
    /// <summary>The first value of each name; a line that begins with a space goes on the one before.</summary>
    public static Dictionary<string, string> Parse(IEnumerable<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = "";
        foreach (var line in lines.Select(l => l.TrimEnd('\r')))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is ' ' or '\t' && last.Length > 0)
            {
                headers[last] = $"{headers[last]} {line.Trim()}".Trim();
            }
            else if (colon > 0)
            {
                last = line[..colon].Trim();
                headers.TryAdd(last, line[(colon + 1)..].Trim());
            }
        }

        return headers;
    }
}
