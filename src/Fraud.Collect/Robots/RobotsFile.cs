namespace Fraud.Collect.Robots;

/// <summary>
/// A parsed robots.txt: RFC 9309 with the leniency of Google's crawler (missing colons, known misspellings, byte order marks, "index.html" meaning its folder).
/// Any bytes whatever parse; what is not understood is ignored.
/// </summary>
public sealed class RobotsFile
{
    private readonly IReadOnlyList<RobotsGroup> _groups;

    internal RobotsFile(IReadOnlyList<RobotsGroup> groups, IReadOnlyList<string> sitemaps)
    {
        _groups = groups;
        Sitemaps = sitemaps;
    }

    /// <summary>No rules: everything is allowed.</summary>
    public static RobotsFile AllowAll { get; } = Parse([]);

    /// <summary>The rules for when robots.txt cannot be had: nothing is allowed.</summary>
    public static RobotsFile DenyAll { get; } = Parse("User-agent: *\nDisallow: /"u8);

    /// <summary>Values of the Sitemap lines, as written, in order.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>Reads a robots.txt as it came over the wire.</summary>
    public static RobotsFile Parse(ReadOnlySpan<byte> content) => RobotsParser.Parse(content);

    /// <summary>Decides whether an agent may fetch a URL.</summary>
    /// <param name="agent">Product token, such as "FraudBot"; a version after a slash is ignored.</param>
    /// <param name="url">Absolute URL, or a path with query.</param>
    public RobotsDecision Decide(string agent, string url)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(url);
        var path = RobotsPath.FromUrl(url);
        if (path.IsRobotsTxt)
        {
            return new(true, "");
        }

        RobotsRule? best = null;
        var bestLength = 0;
        foreach (var group in GroupsFor(agent))
        {
            foreach (var rule in group.Rules)
            {
                var length = rule.Match(path);
                if (length > bestLength || (length > 0 && length == bestLength && rule.Allows))
                {
                    (best, bestLength) = (rule, length);
                }
            }
        }

        return best is null ? new(true, "") : new(best.Allows, best.Line);
    }

    /// <summary>The Crawl-delay that holds for an agent, the longest if several are stated; null when none is.</summary>
    public TimeSpan? CrawlDelay(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        var delays = GroupsFor(agent).Select(g => g.CrawlDelay).OfType<TimeSpan>().ToList();
        return delays.Count == 0 ? null : delays.Max();
    }

    // All groups that name the agent count as one; without any, those for "*" do
    private IEnumerable<RobotsGroup> GroupsFor(string agent)
    {
        var slash = agent.IndexOf('/', StringComparison.Ordinal);
        var token = slash < 0 ? agent : agent[..slash];
        var named = _groups.Where(g => g.Names(token)).ToList();
        return named.Count > 0 ? named : _groups.Where(g => g.IsGlobal);
    }
}
