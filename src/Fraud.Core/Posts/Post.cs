namespace Fraud.Posts;

/// <summary>One public post, listing or message as its author published it.</summary>
public sealed record Post
{
    /// <summary>Name of the configured source it came from, such as "mastodon.example" or "import".</summary>
    public required string Source { get; init; }

    /// <summary>Identity of the post within its source: the platform's own id, else its canonical URL.</summary>
    public required string NativeId { get; init; }

    /// <summary>Where a person can read it; empty when unknown (an import).</summary>
    public string Url { get; init; } = "";

    /// <summary>Heading, listing title or subject; empty when there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The author's own words as plain text, line breaks kept; never markup.</summary>
    public required string Text { get; init; }

    /// <summary>The author's handle on the platform; empty when unknown.</summary>
    public string Author { get; init; } = "";

    /// <summary>When the author posted it, if the page says so.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>When it was collected.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>BCP 47 tag as declared or detected ("zh-Hans", "zh-Hant", "en"); empty when unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>Price and seller where the page is a listing.</summary>
    public Listing? Listing { get; init; }

    /// <summary>Absolute links in the author's words.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Absolute URLs of the pictures it shows; they are kept as text and never fetched.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Native id of the post it answers, or its URL where the source tells no more; empty when it opens a thread or the source does not tell.</summary>
    public string ReplyTo { get; init; } = "";

    /// <summary>When its words were changed last, as the platform writes it; empty as first published. A changed text is a post of its own: what stood there before stays.</summary>
    public string Revision { get; init; } = "";

    /// <summary>Stored once by this: source, native id and, of a changed text, its revision.</summary>
    public string DedupeKey => Revision.Length == 0 ? FirstKey : $"{FirstKey}\n{Revision}";

    /// <summary>The dedupe key of the text as first published.</summary>
    public string FirstKey => $"{Source}\n{NativeId}";

    /// <summary>What detection reads: title, text and the listed price, in this order, on lines of their own.</summary>
    public string Body
    {
        get
        {
            var head = Title.Length == 0 || Text.StartsWith(Title, StringComparison.Ordinal) ? "" : Title + "\n";
            var tail = Listing is { Price: { } price } ? $"\n{price} {Listing.Currency}" : "";
            return head + Text + tail;
        }
    }
}
