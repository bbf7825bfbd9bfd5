using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Stores posts once by dedupe key and queues the new ones for detection.</summary>
internal static class PostWriter
{
    private static readonly string[] Columns =
        ["DedupeHash", "Source", "NativeId", "Url", "Title", "Text", "Author", "Language", "Listing", "Links", "PostedAt", "FetchedAt", "StoredAt", "CaptureId"];

    private static readonly string[] ClearColumns = ["PostId", "StoredAt", "Sealed"];
    private static readonly string[] QueueColumns = ["PostId", "DueAt"];

    /// <summary>Gives the number of new posts.</summary>
    public static async Task<int> WriteAsync(Session session, IReadOnlyList<PreparedPost> posts, long? captureId, long now)
    {
        // Of two with one key the first counts
        var distinct = posts.DistinctBy(p => Convert.ToHexString(p.DedupeHash)).ToList();
        var ids = await session.InsertMissingAsync(new("Post", Columns, [.. distinct.Select(p => Row(p, captureId, now))]), "DedupeHash");
        var added = ids.Zip(distinct, (id, post) => (Id: id, Post: post)).Where(p => p.Id is not null).ToList();
        await session.InsertRowsAsync(new("PostClear", ClearColumns, [.. added.Select(p => new object?[] { p.Id, now, p.Post.Sealed })]));
        await session.InsertRowsAsync(new("DetectQueue", QueueColumns, [.. added.Select(p => new object?[] { p.Id, now })]));
        foreach (var source in added.CountBy(p => p.Post.Masked.Source))
        {
            await SourceTally.AddAsync(session, source.Key, posts: source.Value);
        }

        return added.Count;
    }

    private static object?[] Row(PreparedPost post, long? captureId, long now) =>
    [
        post.DedupeHash,
        post.Masked.Source,
        post.Masked.NativeId,
        post.Masked.Url,
        post.Masked.Title,
        post.Masked.Text,
        post.Masked.Author,
        post.Masked.Language,
        post.Masked.Listing is { } listing ? StorageJson.Write(listing) : null,
        post.Masked.Links.Count > 0 ? StorageJson.Write(post.Masked.Links) : null,
        Stamp.Of(post.Masked.PostedAt),
        Stamp.Of(post.Masked.FetchedAt),
        now,
        captureId,
    ];
}
