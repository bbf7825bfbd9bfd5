using System.Buffers;

namespace Fraud.Collect.Robots;

/// <summary>The part of a URL that rules are matched against, in the two spellings that count as equal.</summary>
internal sealed class RobotsPath
{
    private static readonly SearchValues<char> PathStart = SearchValues.Create("/?;");

    private RobotsPath(string plain)
    {
        Plain = plain;
        QueryEncoded = RobotsOctets.EncodeQuery(plain);
    }

    /// <summary>Path and query, percent-encoding made uniform.</summary>
    public string Plain { get; }

    /// <summary>The same with the reserved characters of the query percent-encoded.</summary>
    public string QueryEncoded { get; }

    public bool IsRobotsTxt => Plain == "/robots.txt";

    public static RobotsPath FromUrl(string url) =>
        new(RobotsOctets.Canonical(System.Text.Encoding.UTF8.GetBytes(Cut(url)), isPattern: false).Text);

    // Lenient on purpose: scheme and host may be missing, as in "//host/path" and "host?query"
    private static string Cut(string url)
    {
        var from = url.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var scheme = url.IndexOf("://", from, StringComparison.Ordinal);
        var early = IndexOfPathStart(url, from);
        if (scheme >= 0 && (early < 0 || scheme < early))
        {
            from = scheme + 3;
            early = IndexOfPathStart(url, from);
        }

        var hash = url.IndexOf('#', StringComparison.Ordinal);
        if (early < 0 || (hash >= 0 && hash < early))
        {
            return "/";
        }

        var path = hash < 0 ? url[early..] : url[early..hash];
        return path[0] == '/' ? path : "/" + path;
    }

    private static int IndexOfPathStart(string url, int from)
    {
        var at = url.AsSpan(from).IndexOfAny(PathStart);
        return at < 0 ? -1 : from + at;
    }
}
