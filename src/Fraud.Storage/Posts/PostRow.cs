using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>A row of Post: the masked post.</summary>
internal sealed class PostRow
{
    public const string Columns = "p.Id, p.Source, p.NativeId, p.Url, p.Title, p.Text, p.Author, p.Language, p.Listing, p.Links, p.PostedAt, p.FetchedAt, p.Images, p.ReplyTo, p.Revision";

    public long Id { get; init; }

    public string Source { get; init; } = "";

    public string NativeId { get; init; } = "";

    public string Url { get; init; } = "";

    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    public string Author { get; init; } = "";

    public string Language { get; init; } = "";

    public string? Listing { get; init; }

    public string? Links { get; init; }

    public long? PostedAt { get; init; }

    public long FetchedAt { get; init; }

    public string? Images { get; init; }

    public string? ReplyTo { get; init; }

    public string? Revision { get; init; }

    public Post ToPost() => new()
    {
        Source = Source,
        NativeId = NativeId,
        Url = Url,
        Title = Title,
        Text = Text,
        Author = Author,
        Language = Language,
        Listing = Listing is null ? null : StorageJson.Read<Listing>(Listing),
        Links = Links is null ? [] : StorageJson.Read<IReadOnlyList<string>>(Links),
        Images = Images is null ? [] : StorageJson.Read<IReadOnlyList<string>>(Images),
        ReplyTo = ReplyTo ?? "",
        Revision = Revision ?? "",
        PostedAt = Stamp.Read(PostedAt),
        FetchedAt = Stamp.Read(FetchedAt),
    };
}
