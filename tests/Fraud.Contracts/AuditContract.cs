using Fraud.Cases;

namespace Fraud.Contracts;

public abstract class AuditContract(Func<TestStore> open) : StoreContract(open)
{
    private IAuditLog Log => Store.Get<IAuditLog>();

    [Fact]
    public async Task An_empty_log_is_whole() => Assert.Null(await Log.VerifyAsync(Token));

    [Fact]
    public async Task A_log_of_all_kinds_of_events_is_whole_and_without_gaps()
    {
        await FillAsync();
        Assert.Null(await Log.VerifyAsync(Token));
        var events = await EventsAsync();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Sequence));
    }

    [Fact]
    public async Task Text_that_cannot_be_stored_unchanged_does_not_break_the_chain()
    {
        var id = await Make.CaseAsync(Store);
        var lease = (await Store.Get<ICaseDesk>().ClaimAsync(id, "ann", Token)).Lease!;
        await Store.Get<ICaseDesk>().DecideAsync(Make.Decide(lease, reason: "half \uD800 nul \0 end \r\n 囤\U0001F600"), Token);
        await Store.ReopenAsync();
        Assert.Null(await Log.VerifyAsync(Token));
    }

    [Fact]
    public async Task A_checkpoint_is_signed_after_enough_events_and_on_demand()
    {
        var checkpointer = Store.Get<IAuditCheckpointer>();
        Assert.False(await checkpointer.CheckpointAsync(force: true, Token));
        await FillAsync();
        Assert.False(await checkpointer.CheckpointAsync(force: false, Token));
        Assert.True(await checkpointer.CheckpointAsync(force: true, Token));
        Assert.False(await checkpointer.CheckpointAsync(force: true, Token));
        Assert.Null(await Log.VerifyAsync(Token));
    }

    [Fact]
    public async Task The_database_itself_refuses_to_edit_or_delete_events()
    {
        await FillAsync();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Store.SqlAsync("UPDATE CaseEvent SET Actor = 'mallory' WHERE Sequence = 2"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Store.SqlAsync("DELETE FROM CaseEvent WHERE Sequence = 2"));
    }

    [Theory]
    [InlineData("UPDATE CaseEvent SET Reason = 'other' WHERE Sequence = 3", "Event 3 was altered")]
    [InlineData("UPDATE CaseEvent SET Actor = 'mallory' WHERE Sequence = 2", "Event 2 was altered")]
    [InlineData("UPDATE CaseEvent SET HappenedAt = HappenedAt + 1 WHERE Sequence = 1", "Event 1 was altered")]
    [InlineData("UPDATE CaseEvent SET Decision = 'not-fraud' WHERE Kind = 'case.decided'", "Event 3 was altered")]
    [InlineData("DELETE FROM CaseEvent WHERE Sequence = 2", "Event 2 is missing")]
    [InlineData("DELETE FROM CaseEvent WHERE Sequence = 1", "Event 1 is missing")]
    [InlineData("UPDATE CaseEvent SET Sequence = CASE Sequence WHEN 2 THEN -3 WHEN 3 THEN -2 END WHERE Sequence IN (2, 3); UPDATE CaseEvent SET Sequence = -Sequence WHERE Sequence < 0", "Event 2 was altered")]
    [InlineData("DELETE FROM CaseEvent WHERE Sequence >= 4", "cut off")]
    [InlineData("DELETE FROM CaseEvent WHERE Sequence >= 3; UPDATE AuditHead SET Sequence = 2, Hash = (SELECT Hash FROM CaseEvent WHERE Sequence = 2)", "it ends at event 2, but event 4 was signed")]
    [InlineData("DELETE FROM CaseEvent WHERE Sequence >= 3; UPDATE AuditHead SET Sequence = 2, Hash = (SELECT Hash FROM CaseEvent WHERE Sequence = 2); DELETE FROM AuditCheckpoint", "it ends at event 2, but event 4 was signed")]
    [InlineData("DELETE FROM CaseEvent; DELETE FROM AuditCheckpoint; UPDATE AuditHead SET Sequence = 0, Hash = '0000000000000000000000000000000000000000000000000000000000000000'", "it ends at event 0, but event 4 was signed")]
    [InlineData("UPDATE AuditCheckpoint SET Hash = CONCAT('a', SUBSTRING(Hash, 2, 63))", "The signature of the checkpoint at event 4 is not valid")]
    public async Task Tampering_behind_the_stores_back_is_found(string tampering, string finding)
    {
        await FillAsync();
        await Store.Get<IAuditCheckpointer>().CheckpointAsync(force: true, Token);
        await UnlockAsync();
        foreach (var statement in tampering.Split(';', StringSplitOptions.TrimEntries))
        {
            await Store.SqlAsync(statement);
        }

        Assert.Contains(finding, await Log.VerifyAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_rewritten_with_a_perfect_chain_still_contradicts_its_signature()
    {
        await FillAsync();
        await Store.Get<IAuditCheckpointer>().CheckpointAsync(force: true, Token);
        await UnlockAsync();
        var previous = EventHash.Origin;
        foreach (var e in await EventsAsync())
        {
            var forged = e with { Actor = e.Actor == "ann" ? "bob" : e.Actor };
            previous = EventHash.Compute(previous, forged);
            await Store.SqlAsync("UPDATE CaseEvent SET Actor = @Actor, Hash = @previous WHERE Sequence = @Sequence", new { forged.Actor, previous, e.Sequence });
        }

        await Store.SqlAsync("UPDATE AuditHead SET Hash = @previous", new { previous });
        Assert.Contains("Event 4 is not the one that was signed", await Log.VerifyAsync(Token), StringComparison.Ordinal);
    }

    /// <summary>Lets a test change the log, as somebody with the right to alter tables could.</summary>
    protected abstract Task UnlockAsync();

    // Opened, claimed, decided, undone
    private async Task FillAsync()
    {
        var desk = Store.Get<ICaseDesk>();
        var id = await Make.CaseAsync(Store);
        await desk.DecideAsync(Make.Decide((await desk.ClaimAsync(id, "ann", Token)).Lease!), Token);
        await desk.UndoAsync(id, "ann", "oops", Token);
    }

    private async Task<List<CaseEvent>> EventsAsync()
    {
        var events = new List<CaseEvent>();
        await foreach (var e in Log.ReadAsync(Token))
        {
            events.Add(e);
        }

        return events;
    }
}
