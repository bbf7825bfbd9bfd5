using Fraud.Posts;
using Fraud.Storage.Sql;
using Fraud.Text;

namespace Fraud.Storage.Posts;

/// <summary>The queue of a source on one host.</summary>
internal sealed class HostQueue
{
    public long Id { get; init; }

    public string Host { get; init; } = "";

    public long Targets { get; init; }

    /// <summary>The host a URL belongs to, as it rests: a name may hold a secret too.</summary>
    public static string HostOf(string url, ISecretMasker masker) => masker.Mask(CrawlUrl.HostOf(url));

    /// <summary>The queue, which is made when it is unknown.</summary>
    public static async Task<HostQueue> EnsureAsync(Session session, string source, string host)
    {
        var args = new { source, host };
        if (await session.FirstAsync<HostQueue>($"SELECT Id, Host, Targets FROM CrawlQueue{session.Dialect.UpsertHint} WHERE Source = @source AND Host = @host", args) is { } known)
        {
            return known;
        }

        if (await session.FirstAsync<string>($"SELECT Host FROM CrawlHost{session.Dialect.UpsertHint} WHERE Host = @host", args) is null)
        {
            await session.ExecuteAsync("INSERT INTO CrawlHost (Host, Owner, LeasedUntil, NextAt, DelayMs) VALUES (@host, '', 0, 0, 0)", args);
        }

        return new() { Id = await session.InsertAsync("INSERT INTO CrawlQueue (Source, Host, Targets, TakenAt) VALUES (@source, @host, 0, 0)", args), Host = host };
    }
}
