using System.Net;
using System.Text;

namespace Fraud.Collect.Fetching;

/// <summary>Sends one request over a guarded connection and turns every way it can end into a value. Follows nothing, repeats nothing.</summary>
internal sealed class HttpTransport : IDisposable
{
    private static readonly string[] TextTypes = ["text/", "xml", "json", "html"];

    private readonly HttpMessageInvoker _client;
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;

    public HttpTransport(FetchOptions options, AddressGuard guard, TimeProvider time)
    {
        var handler = guard.CreateHandler();
        // Sites write Chinese paths unencoded into Location
        handler.ResponseHeaderEncodingSelector = (name, _) => name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null;
        _client = new(handler);
        (_options, _time) = (options, time);
    }

    public async Task<HttpExchange> SendAsync(Uri url, FetchRequest conditions, SendMode mode, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.RequestTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = CreateMessage(url, conditions, _options);
            using var response = await _client.SendAsync(message, either.Token);
            return await ReadAsync(url, response, mode, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Outcome = FetchOutcome.Of(FetchResult.Failed, "no answer in time"), Transient = true, Strained = true };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or System.Net.Sockets.SocketException)
        {
            return Broken(e);
        }
    }

    public void Dispose() => _client.Dispose();

    internal static HttpRequestMessage CreateMessage(Uri url, FetchRequest conditions, FetchOptions options)
    {
        var message = new HttpRequestMessage(conditions.Content is null ? HttpMethod.Get : HttpMethod.Post, url) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, application/json;q=0.9, text/*;q=0.8, */*;q=0.1");
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (conditions.ETag.Length > 0)
        {
            headers.TryAddWithoutValidation("If-None-Match", conditions.ETag);
        }

        if (conditions.LastModified.Length > 0)
        {
            headers.TryAddWithoutValidation("If-Modified-Since", conditions.LastModified);
        }

        foreach (var (name, value) in conditions.Headers)
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }

        if (conditions.Content is { } content)
        {
            message.Content = new StringContent(content.Text, Encoding.UTF8);
            message.Content.Headers.Remove("Content-Type");
            message.Content.Headers.TryAddWithoutValidation("Content-Type", content.Type);
        }

        return message;
    }

    private async Task<HttpExchange> ReadAsync(Uri url, HttpResponseMessage response, SendMode mode, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var retryAt = RateHints.RetryAt(response.Headers, _time.GetUtcNow(), _options.MaxRetryAfter);
        if (status is 301 or 302 or 303 or 307 or 308 && Header(response.Headers, "Location") is { Length: > 0 } location)
        {
            return Uri.TryCreate(url, location, out var next)
                ? new() { Status = status, Redirect = next, RetryAt = retryAt }
                : End(status, FetchResult.Failed, "redirect to no URL");
        }

        if (status is < 200 or > 299)
        {
            return Refusal(status, retryAt);
        }

        var type = Header(response.Content.Headers, "Content-Type");
        if (!mode.AnyType && !IsText(type))
        {
            return End(status, FetchResult.NotText, "not a text format") with { RetryAt = retryAt };
        }

        var (body, refusal) = await BodyReader.ReadAsync(response.Content, mode.MaxBytes, _options.MaxCompressionRatio, mode.Truncate, cancellationToken);
        if (body is not null && !mode.AnyType && BinaryBody.Is(body))
        {
            return End(status, FetchResult.NotText, "not text, whatever its type says") with { RetryAt = retryAt };
        }

        return body is null
            ? End(status, FetchResult.TooLarge, refusal) with { RetryAt = retryAt }
            : new() { Status = status, RetryAt = retryAt, Outcome = new() { Result = FetchResult.Fetched, Page = Page(url, status, response, type, body) } };
    }

    private FetchedPage Page(Uri url, int status, HttpResponseMessage response, string type, byte[] body) => new()
    {
        Url = url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped),
        Status = status,
        ContentType = type,
        Headers = HeaderLines(response),
        Body = body,
        ETag = Header(response.Headers, "ETag"),
        LastModified = Header(response.Content.Headers, "Last-Modified"),
        FetchedAt = _time.GetUtcNow(),
    };

    private static HttpExchange Refusal(int status, DateTimeOffset? retryAt)
    {
        var result = status switch
        {
            304 => FetchResult.Unchanged,
            404 or 410 => FetchResult.Gone,
            401 or 402 or 403 or 451 => FetchResult.Forbidden,
            429 or 503 => FetchResult.Throttled,
            _ => FetchResult.Failed,
        };
        return End(status, result, $"status {status}", retryAt) with
        {
            RetryAt = retryAt,
            Transient = status is 408 or 429 or >= 500 and not (501 or 505),
            Strained = status is 429 or >= 500,
        };
    }

    private static HttpExchange Broken(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is AddressRefusedException)
            {
                return new() { Outcome = FetchOutcome.Of(FetchResult.Blocked, inner.Message) };
            }
        }

        // The exception's text may hold the URL, so only its kind is told
        var reason = e is HttpRequestException http ? http.HttpRequestError.ToString() : e.GetType().Name;
        var lasting = e is InvalidDataException or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded };
        return new() { Outcome = FetchOutcome.Of(FetchResult.Failed, $"connection: {reason}"), Transient = !lasting };
    }

    private static HttpExchange End(int status, FetchResult result, string detail, DateTimeOffset? retryAt = null) =>
        new() { Status = status, Outcome = FetchOutcome.Of(result, detail, retryAt) };

    private static bool IsText(string type) => type.Length == 0 || TextTypes.Any(t => type.Contains(t, StringComparison.OrdinalIgnoreCase));

    private static string Header(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";

    private static string HeaderLines(HttpResponseMessage response)
    {
        var all = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated);
        return string.Join('\n', all.Where(h => !h.Key.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase)).Select(h => $"{h.Key}: {h.Value}"));
    }
}
