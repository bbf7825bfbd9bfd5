using Fraud.Posts;

namespace Fraud.Collect.Fetching;

/// <summary>A page as it came.</summary>
public sealed record FetchedPage
{
    /// <summary>The URL that answered, after redirects.</summary>
    public required string Url { get; init; }

    /// <summary>HTTP status, 200 to 299.</summary>
    public required int Status { get; init; }

    /// <summary>Content-Type as sent; empty when absent.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Response headers as "Name: value" lines; cookies left out.</summary>
    public string Headers { get; init; } = "";

    /// <summary>Body after content decoding.</summary>
    public required byte[] Body { get; init; }

    /// <summary>ETag as sent; empty when absent.</summary>
    public string ETag { get; init; } = "";

    /// <summary>Last-Modified as sent; empty when absent.</summary>
    public string LastModified { get; init; } = "";

    /// <summary>When the last byte arrived.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The page as it is frozen.</summary>
    internal PageCapture ToCapture(string source) => new() { Source = source, Url = Url, FetchedAt = FetchedAt, Status = Status, ContentType = ContentType, Headers = Headers, Body = Body };
}
