using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fraud.Testing.Soak;

/// <summary>
/// Several hosts on loopback whose good pages link to each other as a tree, and to everything a crawler meets that is not good: pages that drip, loop, lie, burst, reset, refuse for a while,
/// repeat themselves, and calendars without end.
/// </summary>
public sealed class HostileSite : IAsyncDisposable
{
    private const int TrapEvery = 40;
    private const int BombMegabytes = 48;
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 4000).Select(i => $"{(char)('a' + (i % 26))}{i * 7919 % 99991:x}{(char)('a' + (i % 17))}")];
    private static readonly byte[] Bomb = MakeBomb();
    private readonly WebApplication _app;
    private readonly int _hosts;
    private readonly int _pages;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<long>> _times = new(StringComparer.Ordinal);

    private HostileSite(int hosts, int pages, TimeProvider time)
    {
        (_hosts, _pages, _time) = (hosts, pages, time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // Settings that happen to lie in the working folder are the product's, not the site's: they would refuse its other hosts
        builder.Configuration.Sources.Clear();
        Port = FraudProcess.FreePort();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Limits.MaxConcurrentConnections = 2000;
            for (var i = 1; i <= hosts; i++)
            {
                k.Listen(IPAddress.Parse($"127.0.0.{i}"), Port);
            }
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Port of all hosts.</summary>
    public int Port { get; }

    /// <summary>Good pages of all hosts.</summary>
    public int GoodPages => _hosts * _pages;

    /// <summary>Names of the hosts.</summary>
    public IEnumerable<string> Hosts => Enumerable.Range(1, _hosts).Select(i => $"127.0.0.{i}");

    /// <summary>Requests by URL, robots.txt included.</summary>
    public IReadOnlyDictionary<string, int> Asked => _asked;

    /// <summary>Starts hosts with so many good pages each.</summary>
    public static async Task<HostileSite> StartAsync(int hosts, int pagesPerHost, TimeProvider? time = null)
    {
        var site = new HostileSite(hosts, pagesPerHost, time ?? TimeProvider.System);
        await site._app.StartAsync();
        return site;
    }

    /// <summary>Address of a host's first page.</summary>
    public string StartOf(string host) => $"http://{host}:{Port}/p/0";

    /// <summary>Least time, over all hosts, that a run of so many requests took.</summary>
    public TimeSpan FastestRun(int requests) => _times.Values.Select(t => t.ToArray()).Where(t => t.Length >= requests)
        .SelectMany(t => Enumerable.Range(0, t.Length - requests + 1).Select(i => TimeSpan.FromMilliseconds(t[i + requests - 1] - t[i]))).DefaultIfEmpty(TimeSpan.MaxValue).Min();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (host, path) = (context.Request.Host.Host, context.Request.Path.Value ?? "/");
        var url = $"http://{context.Request.Host}{path}{context.Request.QueryString}";
        var count = _asked.AddOrUpdate(url, 1, (_, n) => n + 1);
        _times.GetOrAdd(host, _ => new()).Enqueue(_time.GetUtcNow().ToUnixTimeMilliseconds());
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var number = parts.Length > 1 && int.TryParse(parts[1], out var n) ? n : 0;
        return parts.FirstOrDefault() switch
        {
            "robots.txt" => SendAsync(context, "User-agent: *\nDisallow: /private\n", "text/plain"),
            "p" when number < _pages => SendAsync(context, Page(host, number)),
            "copy" => SendAsync(context, Page(host, number)),
            "drip" => DripAsync(context),
            "loop" => RedirectAsync(context, $"/loop/{number + 1}"),
            "lie" => SendAsync(context, "\u0089PNG\r\n\u0001\u0002 not a page", number % 2 == 0 ? "text/html" : "image/png"),
            "bomb" => BombAsync(context),
            "reset" => Task.Run(context.Abort),
            "flood" => FloodAsync(context),
            "busy" when count == 1 => BusyAsync(context),
            "busy" => SendAsync(context, Page(host, 1_000_000 + number)),
            "cal" => SendAsync(context, Month(parts)),
            "list" => SendAsync(context, List(context)),
            "deep" => SendAsync(context, $"<p>deeper and deeper</p><a href='{path}/deep'>on</a>"),
            "private" => SendAsync(context, "must not be read"),
            _ => MissingAsync(context),
        };
    }

    private string Page(string host, int number)
    {
        var chance = new Random((number * 31) ^ (host[^1] * 7919));
        var html = new StringBuilder($"<!DOCTYPE html><html lang=en><title>{host} page {number}</title><body><article><h1>{Words(chance, 6)}</h1>");
        for (var i = 0; i < 6; i++)
        {
            html.Append("<p>").Append(Words(chance, 30)).Append(".</p>");
        }

        html.Append("</article><nav>");
        foreach (var child in new[] { (2 * number) + 1, (2 * number) + 2 }.Where(c => c < _pages))
        {
            html.Append(CultureInfo.InvariantCulture, $"<a href='/p/{child}?utm_source=page{number}'>{child}</a> <a href='/p/{child}#top'>{child}</a> ");
        }

        return html.Append(number % TrapEvery == 0 ? Traps(number) : "").Append("</nav></body></html>").ToString();
    }

    // What holds a connection or makes a host ask for patience costs the other pages time, so it is rarer
    private static string Traps(int number) =>
        (number % (10 * TrapEvery) == 0 ? $"<a href='/drip/{number}'>x</a><a href='/busy/{number}'>x</a>" : "") +
        $"""
        <a href=''/loop/{number * 100}'>x</a><a href='/lie/{number / TrapEvery}'>x</a><a href='/bomb/{number}'>x</a><a href='/reset/{number}'>x</a><a href='/flood/{number}'>x</a>
        <a href='/cal/2026/11'>x</a><a href='/list/?page={number}'>x</a><a href='/deep/deep'>x</a><a href='/private/{number}'>x</a><a href='/copy/{number}'>x</a><a href='/missing/{number}'>x</a>
        <a href='/p/{number}?sid=s{number}'>x</a><a href='http://169.254.169.254/latest/meta-data/'>x</a><a href='ftp://127.0.0.1/'>x</a>
        """;

    private static string Words(Random chance, int count) => string.Join(' ', chance.GetItems(Vocabulary, count));

    private static string Month(string[] parts)
    {
        var (year, month) = (parts.Length > 1 && int.TryParse(parts[1], out var y) ? y : 2026, parts.Length > 2 && int.TryParse(parts[2], out var m) ? m : 1);
        var (before, after) = ((year * 12) + month - 2, (year * 12) + month);
        return $"<h1>Events of {year}-{month}</h1><p>There are no events in this month; look at the month before or after it, or come back later.</p><a href='/cal/{before / 12}/{(before % 12) + 1}'>before</a><a href='/cal/{after / 12}/{(after % 12) + 1}'>after</a>";
    }

    private static string List(HttpContext context)
    {
        var page = int.TryParse(context.Request.Query["page"], out var n) ? n : 0;
        return $"<h1>All offers, page {page}</h1><p>Nothing is on offer here today, but there may be something on the page that follows this one.</p><a href='/list/?page={page + 1}'>next</a><a href='/list/{context.Request.QueryString}&amp;f{page}=1'>filter</a>";
    }

    private static Task SendAsync(HttpContext context, string body, string type = "text/html; charset=utf-8")
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    private static async Task DripAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        for (var i = 0; i < 600; i++)
        {
            await context.Response.WriteAsync("x", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(100, context.RequestAborted);
        }
    }

    private static Task RedirectAsync(HttpContext context, string to)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    private static Task MissingAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private static Task BusyAsync(HttpContext context)
    {
        context.Response.StatusCode = 429;
        context.Response.Headers.RetryAfter = "1";
        return Task.CompletedTask;
    }

    private static async Task BombAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(Bomb, context.RequestAborted);
    }

    private static Task FloodAsync(HttpContext context)
    {
        for (var i = 0; i < 2000; i++)
        {
            context.Response.Headers[$"X-Flood-{i}"] = new string('x', 100);
        }

        return SendAsync(context, "after the flood");
    }

    private static byte[] MakeBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            var block = new byte[1024 * 1024];
            for (var i = 0; i < BombMegabytes; i++)
            {
                gzip.Write(block);
            }
        }

        return packed.ToArray();
    }
}
