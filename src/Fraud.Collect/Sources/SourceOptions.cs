using System.ComponentModel.DataAnnotations;
using Fraud.Options;

namespace Fraud.Collect.Sources;

/// <summary>One source. It starts disabled; enabling it says that its terms were read and allow collecting.</summary>
public sealed class SourceOptions
{
    /// <summary>Unique name, 1 to 60 of a-z, 0-9, '.', '-'; posts carry it.</summary>
    [Required, RegularExpression("^[a-z0-9][a-z0-9.-]{0,59}$", MatchTimeoutInMilliseconds = OptionsGuard.NoTimeout, ErrorMessage = "Name holds a-z, 0-9, '.' and '-' only.")]
    public string Name { get; set; } = "";

    /// <summary>
    /// What it is. Pages: "feed", "sitemap", "listing", "forum", "article", "paste", "auto". Platforms with an API: "mastodon", "bluesky", "telegram", "reddit", "hackernews",
    /// "hackernews-search", "discourse", "v2ex", "wordpress", "nodebb", "github", "pastebin". Streams: "mastodon-stream", "bluesky-stream". Or one that was added. Default "auto".
    /// </summary>
    [Required]
    public string Kind { get; set; } = "auto";

    /// <summary>Whether the scheduler crawls it. Default false.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where its terms of use stand, for whoever enables it. Needed when enabled; default empty.</summary>
    public string Terms { get; set; } = "";

    /// <summary>Account or client id of a platform that wants a login. Default empty.</summary>
    public string Login { get; set; } = "";

    /// <summary>Token, app password or client secret that goes with it; best given as an environment variable. Default empty.</summary>
    public string Secret { get; set; } = "";

    /// <summary>How long a run listens to a stream. 1 s to 1 day; default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ListenFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Where each crawl begins. At least one absolute http(s) URL.</summary>
    public IList<string> StartUrls { get; } = [];

    /// <summary>Which links are followed, as URLs with "*" for any run of characters, such as "https://forum.example/thread-*". Default none.</summary>
    public IList<string> Follow { get; } = [];

    /// <summary>Most pages in one run. 1 to 1,000,000; default 200.</summary>
    [Range(1, 1_000_000)]
    public int MaxPages { get; set; } = 200;

    /// <summary>Most links followed from a start URL. 0 to 1,000; default 3.</summary>
    [Range(0, 1000)]
    public int MaxDepth { get; set; } = 3;

    /// <summary>Most pages known on one host; links beyond are dropped. 1 to 100,000,000; default 200,000.</summary>
    [Range(1, 100_000_000)]
    public int MaxPerHost { get; set; } = 200_000;

    /// <summary>Pages of one host with nearly the same text from which on links of such pages are not followed. 0 = no bound, to 400; default 30.</summary>
    [Range(0, 400)]
    public int MaxAlike { get; set; } = 30;

    /// <summary>Longest time between two visits to a page that does not change; each unchanged visit doubles the time up to here. 1 s to 365 days; default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan RecrawlAtMost { get; set; } = TimeSpan.FromDays(1);

    /// <summary>When a start URL is visited again. 1 s to 30 days; default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan RecrawlAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>When a followed page is visited again; zero means never. 0 to 365 days; default never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan RevisitAfter { get; set; }

    /// <summary>Pages of this source fetched at the same time. 1 to 64; default 2.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 2;

    /// <summary>Offset from UTC of times its pages write without one. -12 h to 14 h; default 8 h.</summary>
    [Range(typeof(TimeSpan), "-12:00:00", "14:00:00")]
    public TimeSpan UtcOffset { get; set; } = TimeSpan.FromHours(8);
}
