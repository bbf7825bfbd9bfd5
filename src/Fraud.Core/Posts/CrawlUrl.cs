namespace Fraud.Posts;

/// <summary>What makes two URLs one page, and two pages one host.</summary>
public static class CrawlUrl
{
    // Named by the tools that add them: they tell where a visitor came from, never what the page holds
    private static readonly string[] Tracking =
        ["utm_", "fbclid=", "gclid=", "msclkid=", "dclid=", "yclid=", "mc_eid=", "mc_cid=", "igshid=", "_hsenc=", "_hsmi=", "spm=", "scm=", "share_token=", "ref_src=", "sid=", "phpsessid=", "jsessionid=", "sessionid="];

    /// <summary>The form by which a URL is known: host in lower case, default port, fragment, session and tracking parameters dropped, the others in order of name.</summary>
    public static string KeyOf(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Host.Length == 0)
        {
            return url;
        }

        var path = parsed.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        var session = path.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        path = session > 0 ? path[..session] : path;
        if (parsed.Query.Length <= 1)
        {
            return path;
        }

        var query = parsed.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !Tracking.Any(t => p.StartsWith(t, StringComparison.OrdinalIgnoreCase)));
        // By name only and stable: the order of equal names may mean something
        var rest = string.Join('&', query.OrderBy(p => p.Split('=')[0], StringComparer.Ordinal));
        return rest.Length == 0 ? path : $"{path}?{rest}";
    }

    /// <summary>The host in lower case and ASCII form, without port; empty for what is no absolute URL.</summary>
    public static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.IdnHost.ToLowerInvariant() : "";
}
