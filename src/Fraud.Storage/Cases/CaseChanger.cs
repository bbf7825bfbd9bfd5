using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Runs a rule on a case under the write lock and writes what it says.</summary>
internal static class CaseChanger
{
    public static async Task<ChangedCase?> RunAsync(Session session, long caseId, CaseRule rule, DateTimeOffset now)
    {
        if (await CaseReader.FindAsync(session, caseId, session.Dialect.UpsertHint) is not { } row)
        {
            return null;
        }

        var before = row.ToSnapshot(await CaseReader.DecisionsAsync(session, caseId));
        var change = rule(before, now);
        if (change.After is { } after)
        {
            await WriteAsync(session, row, after, change.Event, now);
        }

        return new(before, change);
    }

    // The guard repeats what the rule saw: were the row not locked, a second writer would change no row and fail whole
    private static async Task WriteAsync(Session session, CaseRow row, CaseSnapshot after, EventDraft? draft, DateTimeOffset now)
    {
        var changed = await session.ExecuteAsync(
            """
            UPDATE ReviewCase SET State = @state, Holder = @Holder, HeldUntil = @until, Fence = @fence
            WHERE Id = @Id AND State = @wasState AND Holder = @wasHolder AND HeldUntil = @wasUntil AND Fence = @wasFence
            """,
            new
            {
                row.Id,
                state = (int)after.State,
                after.Holder,
                until = Stamp.Of(after.HeldUntil) ?? 0,
                fence = after.Fence,
                wasState = row.State,
                wasHolder = row.Holder,
                wasUntil = row.HeldUntil,
                wasFence = row.Fence,
            });
        if (changed != 1)
        {
            throw new LostRaceException();
        }

        var written = draft is null ? null : await EventWriter.AppendAsync(session, row.Id, draft, now);
        if ((int)after.State != row.State)
        {
            await MoveAsync(session, row, after.State, written);
        }
    }

    private static async Task MoveAsync(Session session, CaseRow row, CaseState state, CaseEvent? written)
    {
        var decided = state is not (CaseState.Open or CaseState.Escalated);
        await session.ExecuteAsync(
            "UPDATE ReviewCase SET DecidedAt = @at, DecidedSequence = @sequence WHERE Id = @Id",
            new { row.Id, at = decided && written is not null ? Stamp.Of(written.At) : (long?)null, sequence = decided ? written?.Sequence : null });
        await CaseTally.AddAsync(session, row.State, row.Label, row.Source, row.Language, -1);
        await CaseTally.AddAsync(session, (int)state, row.Label, row.Source, row.Language, 1);
    }
}
