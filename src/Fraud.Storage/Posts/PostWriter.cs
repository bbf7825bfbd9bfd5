using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Stores posts once by dedupe key and queues the new ones for detection.</summary>
internal static class PostWriter
{
    private static readonly string[] Columns =
        ["DedupeHash", "Source", "NativeId", "Url", "Title", "Text", "Author", "Language", "Listing", "Links", "PostedAt", "FetchedAt", "StoredAt", "CaptureId", "Images", "ReplyTo", "Revision", "FirstHash"];

    private static readonly string[] ClearColumns = ["PostId", "StoredAt", "Sealed"];
    private static readonly string[] QueueColumns = ["PostId", "DueAt"];

    /// <summary>Gives the number of new posts.</summary>
    public static async Task<int> WriteAsync(Session session, IReadOnlyList<PreparedPost> posts, long? captureId, long now)
    {
        // Of two with one key the first counts
        var distinct = await WithoutUnchangedAsync(session, posts.DistinctBy(p => Convert.ToHexString(p.DedupeHash)).ToList());
        var ids = await session.InsertMissingAsync(new("Post", Columns, [.. distinct.Select(p => Row(p, captureId, now))]), "DedupeHash");
        var added = ids.Zip(distinct, (id, post) => (Id: id, Post: post)).Where(p => p.Id is not null).ToList();
        await session.InsertRowsAsync(new("PostClear", ClearColumns, [.. added.Select(p => new object?[] { p.Id, now, p.Post.Sealed })]));
        await session.InsertRowsAsync(new("DetectQueue", QueueColumns, [.. added.Select(p => new object?[] { p.Id, now })]));
        foreach (var source in added.CountBy(p => p.Post.Masked.Source))
        {
            SourceTally.Add(session, source.Key, posts: source.Value);
        }

        return added.Count;
    }

    // A change that left the words as they were, such as one of a tag, is no new version
    private static async Task<List<PreparedPost>> WithoutUnchangedAsync(Session session, List<PreparedPost> posts)
    {
        var kept = new List<PreparedPost>(posts.Count);
        foreach (var post in posts)
        {
            if (post.FirstHash is null || !(await session.ListAsync<Words>("SELECT Title, Text FROM Post WHERE DedupeHash = @FirstHash OR FirstHash = @FirstHash", new { post.FirstHash })).Any(w => w.Title == post.Masked.Title && w.Text == post.Masked.Text))
            {
                kept.Add(post);
            }
        }

        return kept;
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
        post.Masked.Images.Count > 0 ? StorageJson.Write(post.Masked.Images) : null,
        post.Masked.ReplyTo.Length > 0 ? post.Masked.ReplyTo : null,
        post.Masked.Revision.Length > 0 ? post.Masked.Revision : null,
        post.FirstHash,
    ];

    private sealed class Words
    {
        public string Title { get; init; } = "";

        public string Text { get; init; } = "";
    }
}
