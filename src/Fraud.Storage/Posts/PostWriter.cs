using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Stores posts once by dedupe key and queues the new ones for detection.</summary>
internal static class PostWriter
{
    private const string Insert =
        """
        INSERT INTO Post (DedupeHash, Source, NativeId, Url, Title, Text, Author, Language, Listing, Links, PostedAt, FetchedAt, StoredAt, CaptureId)
        VALUES (@DedupeHash, @Source, @NativeId, @Url, @Title, @Text, @Author, @Language, @Listing, @Links, @PostedAt, @FetchedAt, @now, @captureId)
        """;

    /// <summary>Gives the number of new posts.</summary>
    public static async Task<int> WriteAsync(Session session, IReadOnlyList<PreparedPost> posts, long? captureId, long now)
    {
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            if (await AddAsync(session, post, captureId, now))
            {
                added[post.Masked.Source] = added.GetValueOrDefault(post.Masked.Source) + 1;
            }
        }

        foreach (var (source, count) in added)
        {
            await SourceTally.AddAsync(session, source, posts: count);
        }

        return added.Values.Sum();
    }

    private static async Task<bool> AddAsync(Session session, PreparedPost post, long? captureId, long now)
    {
        if (await session.FirstAsync<long?>($"SELECT Id FROM Post{session.Dialect.UpsertHint} WHERE DedupeHash = @DedupeHash", new { post.DedupeHash }) is not null)
        {
            return false;
        }

        var id = await session.InsertAsync(Insert, Row(post, captureId, now));
        await session.ExecuteAsync("INSERT INTO PostClear (PostId, StoredAt, Sealed) VALUES (@id, @now, @Sealed)", new { id, now, post.Sealed });
        await session.ExecuteAsync("INSERT INTO DetectQueue (PostId, DueAt) VALUES (@id, @now)", new { id, now });
        return true;
    }

    private static object Row(PreparedPost post, long? captureId, long now) => new
    {
        post.DedupeHash,
        post.Masked.Source,
        post.Masked.NativeId,
        post.Masked.Url,
        post.Masked.Title,
        post.Masked.Text,
        post.Masked.Author,
        post.Masked.Language,
        Listing = post.Masked.Listing is { } listing ? StorageJson.Write(listing) : null,
        Links = post.Masked.Links.Count > 0 ? StorageJson.Write(post.Masked.Links) : null,
        PostedAt = Stamp.Of(post.Masked.PostedAt),
        FetchedAt = Stamp.Of(post.Masked.FetchedAt),
        now,
        captureId,
    };
}
