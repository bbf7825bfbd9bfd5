using Fraud.Posts;

namespace Fraud.Collect.Sources;

/// <summary>A page to be read by a parser; nothing else is needed, so a stored page tests it.</summary>
public sealed record SourcePage
{
    private (byte[] Of, string Text)? _decoded;

    /// <summary>Name of the source the posts will carry.</summary>
    public required string Source { get; init; }

    /// <summary>The URL that answered.</summary>
    public required Uri Url { get; init; }

    /// <summary>Content-Type as sent; empty when absent.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Response headers as "Name: value" lines.</summary>
    public string Headers { get; init; } = "";

    /// <summary>Body after content decoding.</summary>
    public required byte[] Body { get; init; }

    /// <summary>When it was fetched; relative dates count from here.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Offset from UTC of times the page writes without one.</summary>
    public TimeSpan UtcOffset { get; init; } = TimeSpan.FromHours(8);

    /// <summary>The body as text.</summary>
    public string Text
    {
        get
        {
            // Asked for by fingerprint and parser; a copy with another body decodes its own
            if (_decoded is not { } known || !ReferenceEquals(known.Of, Body))
            {
                known = (Body, Decoding.PageText.Decode(Body, ContentType).Text);
                _decoded = known;
            }

            return known.Text;
        }
    }

    /// <summary>What a parser is given of a page just fetched or frozen long ago.</summary>
    internal static SourcePage From(PageCapture page, SourceOptions source) => new()
    {
        Source = page.Source,
        Url = new(page.Url),
        ContentType = page.ContentType,
        Headers = page.Headers,
        Body = page.Body,
        FetchedAt = page.FetchedAt,
        UtcOffset = source.UtcOffset,
    };

    /// <summary>A response header's value; empty when absent.</summary>
    public string Header(string name) =>
        Headers.Split('\n').FirstOrDefault(h => h.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } line ? line[(name.Length + 1)..].Trim() : "";
}
