namespace Fraud.Posts;

/// <summary>A fetched page as it came over the wire, to be frozen as evidence.</summary>
public sealed record PageCapture
{
    /// <summary>Name of the source it was fetched for.</summary>
    public required string Source { get; init; }

    /// <summary>The URL that answered, after redirects.</summary>
    public required string Url { get; init; }

    /// <summary>When the last byte arrived.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>HTTP status; 200 for an imported file.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Content-Type header as sent; empty when absent.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Response headers as "Name: value" lines, for the archive record.</summary>
    public string Headers { get; init; } = "";

    /// <summary>The body after content decoding.</summary>
    public required byte[] Body { get; init; }
}
