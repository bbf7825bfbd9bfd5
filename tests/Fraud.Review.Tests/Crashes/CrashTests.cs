using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Review.Tests.Queue;

namespace Fraud.Review.Tests.Crashes;

/// <summary>A program with all stages at work is killed at random instants; then nothing it acknowledged may be missing, doubled or half-written.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private static readonly (string Word, int Most)[] Moments = [("started", 2), ("visit", 40), ("verdict", 60), ("decided", 40)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_instant_nothing_is_lost_or_doubled()
    {
        await using var store = new TestStore(time: TimeProvider.System);
        var chance = new Random(7);
        var said = new List<string>();
        for (var round = 0; round < LongTests.Size(4, 100); round++)
        {
            var (word, wanted) = chance.GetItems(Moments, 1)[0];
            using var worker = new Worker(store.Options.Folder, round * 10, round == 0 ? "decided" : word, chance.Next(1, wanted));
            said.AddRange(await worker.KillAsync(TimeSpan.FromMilliseconds(chance.Next(20))));
            Assert.Null(await store.Get<IAuditLog>().VerifyAsync(Token));
            Assert.Equal([], await Invariants.BrokenAsync(store));
        }

        await AcknowledgedAsync(store, said);
        output.WriteLine(string.Join(", ", said.GroupBy(l => l.Split(' ')[0]).Select(g => $"{g.Key} {g.Count()}")));
        Assert.Contains(said, l => l.StartsWith("decided", StringComparison.Ordinal));
    }

    private static async Task AcknowledgedAsync(TestStore store, List<string> said)
    {
        var posts = (await store.SqlAsync<string>("SELECT NativeId FROM Post")).ToHashSet();
        var verdicts = (await store.SqlAsync<long>("SELECT PostId FROM Assessment")).ToHashSet();
        var decided = (await store.SqlAsync<long>("SELECT CaseId FROM CaseEvent WHERE Kind = 'case.decided'")).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
        Assert.All(Words(said, "visit").SelectMany(w => w), id => Assert.Contains(id, posts));
        Assert.All(Words(said, "verdict"), w => Assert.Contains(long.Parse(w[0], null), verdicts));
        Assert.All(Words(said, "decided").GroupBy(w => long.Parse(w[0], null)), g => Assert.True(decided[g.Key] >= g.Count(w => w.Length == 2 && w[1].Length > 0)));
    }

    private static IEnumerable<string[]> Words(List<string> said, string head) =>
        said.Where(l => l.StartsWith(head + " ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1..]);
}
