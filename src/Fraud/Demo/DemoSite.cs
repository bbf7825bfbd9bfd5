using System.Text;
using System.Text.Json;

namespace Fraud.Demo;

/// <summary>The bundled sample site on loopback: listings, forum, feeds, timelines, pastes, and a few pages that misbehave.</summary>
internal sealed class DemoSite(string folder, int port) : IAsyncDisposable
{
    private const int HugeMegabytes = 24;
    private static readonly TimeSpan SlowPause = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, DemoPage> _pages = [];
    private WebApplication? _server;

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin { get; } = $"http://127.0.0.1:{port}";

    /// <summary>Paths asked for, in order; the traps must never be among them.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Reads the manifest and starts to answer.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var manifest = File.OpenRead(Path.Combine(folder, "site.json")))
        {
            var site = (await JsonSerializer.DeserializeAsync<DemoManifest>(manifest, JsonSerializerOptions.Web, cancellationToken))!;
            foreach (var page in site.Pages.Where(p => p.File.Length > 0))
            {
                _pages[page.Path] = page;
            }
        }

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.ListenLocalhostOnly(port));
        builder.Services.AddRoutingCore();
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        Asked.Enqueue(path);
        return path switch
        {
            "/loop/a" => Redirect(context, "/loop/b"),
            "/loop/b" => Redirect(context, "/loop/a"),
            "/old/listing" => Redirect(context, "/shop/l02.html", StatusCodes.Status301MovedPermanently),
            "/slow" => SlowAsync(context),
            "/huge" => HugeAsync(context),
            "/search" => TextAsync(context, "results"),
            _ when _pages.TryGetValue(path, out var page) => PageAsync(context, page),
            _ => NotFound(context),
        };
    }

    private async Task PageAsync(HttpContext context, DemoPage page)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, "Site", page.File), context.RequestAborted);
        if (page.Encoding.Length == 0)
        {
            bytes = Encoding.UTF8.GetBytes(DemoKeys.Fill(Encoding.UTF8.GetString(bytes).Replace("{{origin}}", Origin, StringComparison.Ordinal), page.Path));
        }

        var etag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..16]}\"";
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = page.ContentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Task Redirect(HttpContext context, string to, int status = StatusCodes.Status302Found)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return TextAsync(context, "not found");
    }

    private static Task TextAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    // The head comes at once and the body never in time: the fetcher must give up by itself
    private static async Task SlowAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync("<!DOCTYPE html><title>slow</title>", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Task.Delay(SlowPause, context.RequestAborted);
    }

    private static async Task HugeAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>a very long page</p>\n", 45_000)));
        for (var i = 0; i < HugeMegabytes; i++)
        {
            await context.Response.Body.WriteAsync(block, context.RequestAborted);
        }
    }
}
