using System.Collections.Concurrent;
using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Testing;

namespace Fraud.Review.Tests.Queue;

/// <summary>64 reviewers on one queue; one claim in a hundred is slept over until the lease, and with it every other lease, has run out.</summary>
public sealed class RaceTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Reviewers = 64;
    private static readonly int Cases = LongTests.Size(1_500, 10_000);
    private readonly SteppingClock _clock = new(Some.Moment);
    private readonly ConcurrentDictionary<long, int> _decided = [];
    private TestStore _store = null!;
    private int _stale;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ICaseDesk Desk => _store.Get<ICaseDesk>();

    public async ValueTask InitializeAsync()
    {
        _store = new(time: _clock);
        await Make.CaseAsync(_store);
        await Fill.CasesAsync(_store, Cases, open: true);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Sixty_four_reviewers_never_decide_a_case_twice_and_lose_none()
    {
        await RaceAsync(Cases, async lease => (await Desk.DecideAsync(Make.Decide(lease), Token)).State is not null);
        var twice = await TwiceAsync();
        output.WriteLine($"{_decided.Values.Sum()} decisions, {_stale} stale ones refused, {twice} cases decided twice");
        Assert.Equal((Cases, Cases, 0), (_decided.Values.Sum(), _decided.Count, twice));
        Assert.True(_stale > 0);
        Assert.Equal(Cases, (await Desk.ListAsync(new() { States = [CaseState.Confirmed] }, Token)).Total);
        Assert.Null(await _store.Get<IAuditLog>().VerifyAsync(Token));
    }

    // The control: the same race over the same store, with a rule that does not look at lease and fence
    [Fact]
    public async Task Without_the_fence_the_same_race_decides_cases_twice()
    {
        var store = _store.Get<ICaseStore>();
        CaseRule Unguarded(Lease lease) => (before, _) =>
            new() { After = before with { State = CaseState.Confirmed, Holder = "", HeldUntil = null }, Event = new(EventKinds.Decided, lease.Holder, "seen", Decision.Confirm) };
        await RaceAsync(Cases / 4, async lease => (await store.ChangeAsync(lease.CaseId, Unguarded(lease), Token)) is not null);
        var twice = await TwiceAsync();
        output.WriteLine($"control: {twice} cases decided twice");
        Assert.True(twice > 0);
    }

    [Fact]
    public async Task Two_programs_on_one_database_do_not_collide_either()
    {
        await using var other = new TestStore(folder: _store.Options.Folder, time: _clock);
        ICaseDesk[] desks = [Desk, other.Get<ICaseDesk>()];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => TakeAsync(desks[i % 2], $"r{i}", 25), Token)));
        Assert.Equal((200, 200, 0), (_decided.Values.Sum(), _decided.Count, await TwiceAsync()));
        Assert.Null(await _store.Get<IAuditLog>().VerifyAsync(Token));
    }

    private async Task TakeAsync(ICaseDesk desk, string name, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var lease = (await desk.ClaimNextAsync(name, new(), Token))!;
            Assert.Equal("", (await desk.DecideAsync(Make.Decide(lease), Token)).Refusal);
            _decided.AddOrUpdate(lease.CaseId, 1, (_, n) => n + 1);
        }
    }

    private Task RaceAsync(int count, Func<Lease, Task<bool>> decide) =>
        Task.WhenAll(Enumerable.Range(0, Reviewers).Select(i => Task.Run(() => ReviewAsync($"r{i}", new Random(i), count, decide), Token)));

    private async Task ReviewAsync(string name, Random chance, int count, Func<Lease, Task<bool>> decide)
    {
        while (_decided.Count < count)
        {
            if (await Desk.ClaimNextAsync(name, new(), Token) is not { } lease)
            {
                // All that is left is held by somebody at work
                await Task.Delay(1, Token);
                continue;
            }

            if (chance.Next(100) == 0)
            {
                _clock.Advance(TimeSpan.FromSeconds(181));
                await Task.Delay(20, Token);
            }

            if (await decide(lease))
            {
                _decided.AddOrUpdate(lease.CaseId, 1, (_, n) => n + 1);
            }
            else
            {
                Interlocked.Increment(ref _stale);
            }
        }
    }

    private async Task<long> TwiceAsync() => (await _store.SqlAsync<long>(
        "SELECT COUNT(*) FROM (SELECT CaseId FROM CaseEvent WHERE Kind = 'case.decided' GROUP BY CaseId HAVING COUNT(*) > 1) d"))[0];
}
