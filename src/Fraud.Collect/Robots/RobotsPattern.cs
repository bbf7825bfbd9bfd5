namespace Fraud.Collect.Robots;

/// <summary>A path pattern: "*" stands for any run of octets, a closing "$" for the end of the URL.</summary>
internal sealed class RobotsPattern
{
    private readonly Form _plain;
    private readonly Form? _queryEncoded;

    private RobotsPattern(int octets, Form plain, Form? queryEncoded)
    {
        (Octets, _plain, _queryEncoded) = (octets, plain, queryEncoded);
    }

    /// <summary>Length for ranking; the longest match wins.</summary>
    public int Octets { get; }

    public static RobotsPattern Create(ReadOnlySpan<byte> value)
    {
        var (text, octets) = RobotsOctets.Canonical(value, isPattern: true);
        return new(octets, Form.Create(text), text.Contains('?', StringComparison.Ordinal) ? Form.Create(RobotsOctets.EncodeQuery(text)) : null);
    }

    // A wildcard can stand across the "?", so the plain spelling is tried first and the encoded one only adds matches
    public bool Matches(RobotsPath path) => _plain.Matches(path.Plain) || (_queryEncoded?.Matches(path.QueryEncoded) ?? false);

    private sealed class Form(string[] parts, bool anchored)
    {
        public static Form Create(string text)
        {
            var anchored = text.EndsWith('$');
            return new((anchored ? text[..^1] : text).Split('*'), anchored);
        }

        public bool Matches(ReadOnlySpan<char> path)
        {
            if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            {
                return false;
            }

            path = path[parts[0].Length..];
            if (parts.Length == 1)
            {
                return !anchored || path.IsEmpty;
            }

            for (var i = 1; i < parts.Length - 1; i++)
            {
                if (!Skip(ref path, parts[i]))
                {
                    return false;
                }
            }

            return anchored ? path.EndsWith(parts[^1], StringComparison.Ordinal) : Skip(ref path, parts[^1]);
        }

        // The leftmost hit leaves the most for the parts after it, so one pass is enough
        private static bool Skip(ref ReadOnlySpan<char> path, string part)
        {
            var at = path.IndexOf(part, StringComparison.Ordinal);
            path = at < 0 ? path : path[(at + part.Length)..];
            return at >= 0;
        }
    }
}
