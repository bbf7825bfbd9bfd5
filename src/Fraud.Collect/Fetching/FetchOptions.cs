using System.ComponentModel.DataAnnotations;
using Fraud.Options;

namespace Fraud.Collect.Fetching;

/// <summary>How the one HTTP client behaves.</summary>
public sealed class FetchOptions
{
    /// <summary>Product token named in the User-Agent and looked up in robots.txt. Letters, "-" and "_"; default "FraudBot".</summary>
    [Required, RegularExpression("^[A-Za-z_-]{2,40}$", MatchTimeoutInMilliseconds = OptionsGuard.NoTimeout, ErrorMessage = "UserAgentToken holds letters, '-' and '_' only.")]
    public string UserAgentToken { get; set; } = "FraudBot";

    /// <summary>Page or address where a site's owner can reach the operator; part of the User-Agent. Needed as soon as a source is enabled; default empty.</summary>
    [RegularExpression("^(https?://|mailto:)[!-~]{3,200}$", MatchTimeoutInMilliseconds = OptionsGuard.NoTimeout, ErrorMessage = "ContactUrl must be an http(s) or mailto URL.")]
    public string ContactUrl { get; set; } = "";

    /// <summary>Hosts, by the exact name written in URLs, that may have a private address or another port (a test site, an intranet forum). Default none.</summary>
    public IList<string> AllowedPrivateHosts { get; } = [];

    /// <summary>Ports that may be connected to. Default 80, 443, 8080 and 8443.</summary>
    public IList<int> AllowedPorts { get; } = [];

    /// <summary>Proxy for all requests, such as http://proxy:3128. The proxy resolves names itself and must then guard against private addresses. Default none.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>Time to open a connection. 1 s to 60 s; default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for one request, its body included. 0.1 s to 10 min; default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest body after decompression, in bytes. 1 KiB to 100 MiB; default 8 MiB.</summary>
    [Range(1024, 104_857_600)]
    public int MaxBodyBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Largest ratio of decompressed to compressed bytes, judged beyond 1 MiB. 2 to 10,000; default 200.</summary>
    [Range(2, 10_000)]
    public int MaxCompressionRatio { get; set; } = 200;

    /// <summary>Redirects followed for one request. 0 to 20; default 5.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Repeats after a fault that may pass (timeouts, resets, 408, 429, 5xx). 0 to 10; default 2.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>First wait before a repeat; doubles, with jitter. 1 ms to 10 min; default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Least time between two requests to one host. 0 to 1 h; default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MinDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The delay grows with the host's response time times this; 0 turns that off. 0 to 20; default 2.</summary>
    [Range(0.0, 20.0)]
    public double LatencyFactor { get; set; } = 2;

    /// <summary>Most the adaptive delay and a Crawl-delay can reach. 0 to 1 h; default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest a request waits for its turn or a Retry-After; beyond that it ends as throttled, with the time to come back. 0 to 1 h; default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest Retry-After believed. 1 s to 30 days; default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Requests to one host at the same time. 1 to 64; default 2.</summary>
    [Range(1, 64)]
    public int MaxConcurrentPerHost { get; set; } = 2;

    /// <summary>How long a robots.txt is kept. 1 min to 24 h; default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RobotsCacheFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Wait before asking again for a robots.txt that could not be had. 1 s to 24 h; default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RobotsRetryAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The User-Agent header: token, version, contact.</summary>
    public string UserAgent => ContactUrl.Length == 0 ? $"{UserAgentToken}/1.0" : $"{UserAgentToken}/1.0 (+{ContactUrl})";
}
