using Fraud.Cases;
using Fraud.Posts;
using Fraud.Storage.Secrets;
using Fraud.Storage.Sql;
using Fraud.Work;

namespace Fraud.Storage.Cases;

/// <summary>Cases in the database.</summary>
internal sealed class CaseStore(Database database, Sealer sealer, IWorkSignal signal, TimeProvider clock) : ICaseStore
{
    public Task<CasePage> ListAsync(CaseFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return database.ReadAsync(s => CaseReader.ListAsync(s, filter, Now()), cancellationToken);
    }

    public Task<CaseDetail?> FindAsync(long caseId, CancellationToken cancellationToken) =>
        database.ReadAsync(s => CaseReader.DetailAsync(s, caseId, Now()), cancellationToken);

    public Task<ChangedCase?> ChangeAsync(long caseId, CaseRule rule, CancellationToken cancellationToken) =>
        WriteAsync(s => CaseChanger.RunAsync(s, caseId, rule, clock.GetUtcNow()), cancellationToken);

    public Task<ChangedCase?> ChangeNextAsync(string reviewer, CaseFilter filter, CaseRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return WriteAsync(
            async s => await NextAsync(s, reviewer, filter) is { } id ? await CaseChanger.RunAsync(s, id, rule, clock.GetUtcNow()) : null,
            cancellationToken);
    }

    public Task<PageCapture?> ReadEvidenceAsync(long caseId, CancellationToken cancellationToken) => database.ReadAsync(
        async s => await CaseReader.FindAsync(s, caseId) is { } row ? await EvidenceReader.OpenAsync(s, sealer, row.PostId) : null,
        cancellationToken);

    public Task<QueueFigures> GetFiguresAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(s => FiguresReader.ReadAsync(s, clock.GetUtcNow()), cancellationToken);

    private async Task<long?> NextAsync(Session s, string reviewer, CaseFilter filter)
    {
        var now = Now();

        // Holder <> '' lets the planner see that the partial index has the answer
        var held = await s.FirstAsync<long?>(
            $"""
            SELECT r.Id FROM ReviewCase r WHERE r.Holder = @reviewer AND r.Holder <> '' AND r.HeldUntil > @now AND r.State NOT IN @decided
            ORDER BY r.HeldUntil DESC {s.Dialect.Limit("1")}
            """,
            new { reviewer, now, decided = new[] { (int)CaseState.Confirmed, (int)CaseState.Dismissed } });
        if (held is not null)
        {
            return held;
        }

        var query = new CaseQuery(s.Dialect, filter);
        query.Args.Add("now", now);
        return await s.FirstAsync<long?>(query.NextFree(), query.Args);
    }

    private async Task<ChangedCase?> WriteAsync(Func<Session, Task<ChangedCase?>> work, CancellationToken cancellationToken)
    {
        var changed = await database.WriteAsync(work, cancellationToken);
        if (changed?.Change.Event is not null)
        {
            signal.Ready(WorkKind.EventsWritten);
        }

        return changed;
    }

    private long Now() => Stamp.Of(clock.GetUtcNow());
}
