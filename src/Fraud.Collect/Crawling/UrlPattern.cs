namespace Fraud.Collect.Crawling;

/// <summary>A URL with "*" for any run of characters.</summary>
internal sealed class UrlPattern(string pattern)
{
    private readonly string[] _parts = pattern.Split('*');

    public bool Matches(string url)
    {
        if (!url.StartsWith(_parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        if (_parts.Length == 1)
        {
            return url.Length == _parts[0].Length;
        }

        var rest = url.AsSpan(_parts[0].Length);
        foreach (var part in _parts.AsSpan(1, _parts.Length - 2))
        {
            var at = rest.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + part.Length)..];
        }

        return rest.EndsWith(_parts[^1], StringComparison.Ordinal);
    }
}
