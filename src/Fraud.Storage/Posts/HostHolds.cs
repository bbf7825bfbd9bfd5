using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>Prolongs and ends an owner's hold on hosts.</summary>
internal static class HostHolds
{
    public static async Task<List<string>> RenewAsync(Session session, string owner, long until)
    {
        await session.ExecuteAsync("UPDATE CrawlHost SET LeasedUntil = @until WHERE Owner = @owner AND LeasedUntil < @until", new { owner, until });
        return await session.ListAsync<string>("SELECT Host FROM CrawlHost WHERE Owner = @owner", new { owner });
    }

    public static async Task<int> ReleaseAsync(Session session, string owner, IReadOnlyList<string> hosts)
    {
        var released = 0;
        foreach (var host in hosts)
        {
            released += await session.ExecuteAsync("UPDATE CrawlHost SET Owner = '', LeasedUntil = 0 WHERE Host = @host AND Owner = @owner", new { owner, host });
        }

        return released;
    }
}
