using Fraud.Posts;
using Fraud.Storage.Sql;
using Fraud.Text;

namespace Fraud.Storage.Posts;

/// <summary>The operator's hand on the crawl, in the database.</summary>
internal sealed class CrawlControl(Database database, ISecretMasker masker, TimeProvider clock) : ICrawlControl
{
    public Task PauseAsync(string source, string by, CancellationToken cancellationToken) => database.WriteAsync(
        async s =>
        {
            if (await s.FirstAsync<string>($"SELECT Source FROM CrawlPause{s.Dialect.UpsertHint} WHERE Source = @source", new { source }) is null)
            {
                await s.ExecuteAsync("INSERT INTO CrawlPause (Source, PausedAt, PausedBy) VALUES (@source, @now, @by)", new { source, by, now = Stamp.Of(clock.GetUtcNow()) });
            }

            return 0;
        },
        cancellationToken);

    public Task ResumeAsync(string source, CancellationToken cancellationToken) =>
        database.WriteAsync(s => s.ExecuteAsync("DELETE FROM CrawlPause WHERE Source = @source", new { source }), cancellationToken);

    public async Task<CrawlStanding> FindAsync(string source, string url, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(s => ReadAsync(s, source, TargetRow.HashOf(CrawlUrl.KeyOf(url)), HostQueue.HostOf(url, masker)), cancellationToken);
        return row.ToStanding();
    }

    private static async Task<StandingRow> ReadAsync(Session s, string source, byte[] hash, string host)
    {
        var row = new StandingRow();
        row.Add(await s.FirstAsync<StandingRow.TargetPart>("SELECT Id, DueAt, Depth, Priority, Failures FROM CrawlTarget WHERE Source = @source AND UrlHash = @hash", new { source, hash }));
        row.Add(await s.FirstAsync<StandingRow.HostPart>("SELECT Owner, LeasedUntil, NextAt, DelayMs FROM CrawlHost WHERE Host = @host", new { host }));
        row.Add(await s.FirstAsync<StandingRow.PausePart>("SELECT PausedAt, PausedBy FROM CrawlPause WHERE Source = @source", new { source }));
        row.HostTargets = await s.FirstAsync<long>("SELECT Targets FROM CrawlQueue WHERE Source = @source AND Host = @host", new { source, host });
        row.Add(await s.FirstAsync<StandingRow.VisitPart>($"SELECT Outcome, Detail, AttemptedAt FROM CrawlAttempt WHERE TargetId = @Id ORDER BY Id DESC {s.Dialect.Limit("1")}", new { row.Id }));
        return row;
    }
}
