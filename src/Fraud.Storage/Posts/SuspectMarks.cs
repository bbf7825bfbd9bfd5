using System.Security.Cryptography;
using System.Text;
using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Remembers on whom alerts were raised, so that their pages are visited first.</summary>
internal static class SuspectMarks
{
    private const int MostLinks = 20;

    /// <summary>An alert was raised on this post.</summary>
    public static async Task RaiseAsync(Session session, Post post)
    {
        foreach (var mark in Marks(post))
        {
            if (await session.FirstAsync<byte[]>($"SELECT Mark FROM CrawlSuspect{session.Dialect.UpsertHint} WHERE Source = @Source AND Mark = @mark", new { post.Source, mark }) is null)
            {
                await session.ExecuteAsync("INSERT INTO CrawlSuspect (Source, Mark) VALUES (@Source, @mark)", new { post.Source, mark });
            }
        }

        foreach (var hash in Pages(post).Select(TargetRow.HashOf))
        {
            await session.ExecuteAsync("UPDATE CrawlTarget SET Priority = @suspect WHERE Source = @Source AND UrlHash = @hash", new { post.Source, hash, suspect = CrawlPriority.Suspect });
        }
    }

    /// <summary>Whether all posts of a page are by one author or seller, and that one is marked: then its links are that one's too.</summary>
    public static async Task<bool> IsOfSuspectAsync(Session session, IReadOnlyList<PreparedPost> posts)
    {
        var marks = posts.Count == 0 ? [] : Marks(posts[0].Masked).ToList();
        foreach (var mark in marks)
        {
            if (posts.All(p => Marks(p.Masked).Any(m => m.AsSpan().SequenceEqual(mark)))
                && await IsMarkedAsync(session, posts[0].Masked.Source, mark))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a URL is a marked seller's page.</summary>
    public static Task<bool> IsSellerAsync(Session session, TargetRow target) => IsMarkedAsync(session, target.Source, Hash("url", target.Key));

    private static async Task<bool> IsMarkedAsync(Session session, string source, byte[] mark) =>
        await session.FirstAsync<byte[]>("SELECT Mark FROM CrawlSuspect WHERE Source = @source AND Mark = @mark", new { source, mark }) is not null;

    private static IEnumerable<byte[]> Marks(Post post)
    {
        if (post.Author.Length > 0)
        {
            yield return Hash("author", post.Author);
        }

        if (post.Listing is { SellerUrl.Length: > 0 } listing)
        {
            yield return Hash("url", CrawlUrl.KeyOf(listing.SellerUrl));
        }
    }

    private static IEnumerable<string> Pages(Post post) =>
        new[] { post.Url, post.Listing?.SellerUrl ?? "" }.Concat(post.Links.Take(MostLinks)).Where(u => u.Length > 0).Select(CrawlUrl.KeyOf).Distinct(StringComparer.Ordinal);

    private static byte[] Hash(string kind, string value) => SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{value}"));
}
