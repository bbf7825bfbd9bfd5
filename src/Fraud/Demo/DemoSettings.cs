using System.Globalization;

namespace Fraud.Demo;

/// <summary>The demo's configuration: the sample site's sections as sources, crawled without long pauses because it is our own.</summary>
internal static class DemoSettings
{
    private static readonly (string Name, string Kind, string[] Start, string[] Follow)[] Sources =
    [
        ("market", "listing", ["/shop/", "/map.html"], ["/shop/*", "/old/*", "/slow", "/huge", "/gone", "/loop/*", "/private/*", "/search*"]),
        ("forum", "forum", ["/forum/"], ["/forum/*"]),
        ("news", "article", ["/news/"], ["/news/*"]),
        ("pastes", "paste", ["/paste/"], ["/paste/*"]),
        ("rss", "feed", ["/feed.xml"], []),
        ("atom", "feed", ["/atom.xml"], []),
        ("jsonfeed", "feed", ["/feed.json"], []),
        ("timeline", "mastodon", ["/api/v1/timelines/tag/ai", "/api/v1/timelines/tag/token"], []),
    ];

    public static Dictionary<string, string?> For(string url, string dataFolder, DemoSite site)
    {
        Dictionary<string, string?> settings = new()
        {
            ["Fraud:Url"] = url,
            ["Fraud:DataFolder"] = dataFolder,
            // Short, so that a killed demo goes on at once when it is started again
            ["Fraud:Collect:Lease"] = "00:00:15",
            ["Fraud:Jobs:CrawlEvery"] = "00:00:05",
            ["Fraud:Jobs:DetectLease"] = "00:00:01",
            ["Fraud:Jobs:DetectEvery"] = "00:00:01",
            ["Fraud:Collect:Fetch:ContactUrl"] = site.Origin + "/contact.html",
            ["Fraud:Collect:Fetch:AllowedPrivateHosts:0"] = "127.0.0.1",
            ["Fraud:Collect:Fetch:AllowedPorts:0"] = new Uri(site.Origin).Port.ToString(CultureInfo.InvariantCulture),
            ["Fraud:Collect:Fetch:MinDelay"] = "00:00:00.005",
            ["Fraud:Collect:Fetch:LatencyFactor"] = "0",
            ["Fraud:Collect:Fetch:RequestTimeout"] = "00:00:04",
            ["Fraud:Collect:Fetch:Retries"] = "1",
            ["Fraud:Collect:Fetch:RetryDelay"] = "00:00:00.5",
            ["Fraud:Collect:Fetch:MaxConcurrentPerHost"] = "8",
        };
        for (var i = 0; i < Sources.Length; i++)
        {
            var (name, kind, start, follow) = Sources[i];
            var at = $"Fraud:Collect:Sources:{i}:";
            settings[at + "Name"] = name;
            settings[at + "Kind"] = kind;
            settings[at + "Enabled"] = "true";
            settings[at + "Concurrency"] = "4";
            settings[at + "Terms"] = site.Origin + "/terms.html";
            for (var j = 0; j < start.Length; j++)
            {
                settings[$"{at}StartUrls:{j}"] = site.Origin + start[j];
            }

            for (var j = 0; j < follow.Length; j++)
            {
                settings[$"{at}Follow:{j}"] = site.Origin + follow[j];
            }
        }

        return settings;
    }
}
