using AngleSharp.Html.Dom;

namespace Fraud.Collect.Sources.Forums;

/// <summary>Where a forum program puts things; a new program is one more entry in <see cref="ForumShapes"/>.</summary>
internal sealed record ForumShape
{
    public required string Name { get; init; }

    /// <summary>One element a post.</summary>
    public required string Post { get; init; }

    /// <summary>The author's words within a post; the first that matches.</summary>
    public required string Body { get; init; }

    /// <summary>The author's name within a post, as text or in <see cref="AuthorAttribute"/> of the post.</summary>
    public required string Author { get; init; }

    /// <summary>Attribute of the post that holds the author's name, where there is one.</summary>
    public string AuthorAttribute { get; init; } = "";

    /// <summary>The time within a post: its datetime or title attribute, else its text.</summary>
    public required string Time { get; init; }

    /// <summary>Parts of the body that are not the author's words.</summary>
    public string Noise { get; init; } = "blockquote, .quote, .signature, .sign";

    /// <summary>The thread's subject.</summary>
    public string Title { get; init; } = "h1";

    public bool Matches(IHtmlDocument document) => document.QuerySelector($":is({Post}) :is({Body})") is not null;
}
