using System.Globalization;
using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.CrashChild;

/// <summary>All stages at once, as fast as they go. After each call that returned, one line on standard output says what must now be in the store for ever.</summary>
internal static class Workload
{
    private static readonly Lock Gate = new();

    public static async Task<int> RunAsync(string folder, int seed)
    {
        await using var store = new TestStore(folder: folder, time: TimeProvider.System);
        Say("started");
        await Task.WhenAll(
            LoopAsync(seed, chance => CollectAsync(store, chance)),
            LoopAsync(seed + 1, _ => DetectAsync(store)),
            LoopAsync(seed + 2, _ => PushAsync(store)),
            LoopAsync(seed + 3, chance => ReviewAsync(store, "ann", chance)),
            LoopAsync(seed + 4, chance => ReviewAsync(store, "bob", chance)),
            LoopAsync(seed + 5, _ => store.Get<IAuditCheckpointer>().CheckpointAsync(force: true, CancellationToken.None)));
        return 0;
    }

    private static Task LoopAsync(int seed, Func<Random, Task> step) => Task.Run(async () =>
    {
        var chance = new Random(seed);
        while (true)
        {
            await step(chance);
            await Task.Delay(chance.Next(4));
        }
    });

    private static async Task CollectAsync(TestStore store, Random chance)
    {
        var posts = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Some.Post() with { NativeId = $"n{chance.NextInt64():x}" }).ToArray();
        var page = Make.Page($"page {chance.Next(50)}");
        var target = Make.Target($"https://a.example/{chance.Next(100)}");
        var stored = await store.Get<ICrawlStore>().CompleteAsync(Make.Visit(target, page, posts) with { DueAgainAt = Some.Moment }, CancellationToken.None);
        if (stored == posts.Length)
        {
            Say($"visit {string.Join(' ', posts.Select(p => p.NativeId))}");
        }
    }

    private static async Task DetectAsync(TestStore store)
    {
        var detection = store.Get<IDetectionStore>();
        var pending = await detection.TakePendingAsync("pitch@test", "default@1", 20, TimeSpan.FromSeconds(1), CancellationToken.None);
        await detection.SaveAsync([.. pending.Select(Judge)], CancellationToken.None);
        foreach (var post in pending)
        {
            Say($"verdict {post.PostId}");
        }
    }

    // One in four is clear, some share a contact or a key
    private static AssessedPost Judge(PendingPost pending)
    {
        var assessed = Make.Assessed(pending, pending.PostId % 4 == 0 ? Verdict.Clear : Verdict.Alert, pending.PostId % 5 == 0 ? PitchLabel.KeyExposure : PitchLabel.Hoarding);
        return assessed with
        {
            Assessment = assessed.Assessment with
            {
                Keys = pending.PostId % 5 == 0 ? [Make.Key($"k{pending.PostId % 7}")] : [],
                Contacts = pending.PostId % 3 == 0 ? [Make.Contact($"seller{pending.PostId % 9}")] : [],
            },
        };
    }

    private static async Task PushAsync(TestStore store)
    {
        var pushed = await store.Get<IAlertPusher>().PushAsync(CancellationToken.None);
        if (pushed > 0)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"pushed {pushed}"));
        }
    }

    private static async Task ReviewAsync(TestStore store, string name, Random chance)
    {
        var desk = store.Get<ICaseDesk>();
        if (await desk.ClaimNextAsync(name, new(), CancellationToken.None) is not { } lease)
        {
            return;
        }

        var outcome = await desk.DecideAsync(Make.Decide(lease, (Decision)chance.Next(4)), CancellationToken.None);
        Say($"decided {lease.CaseId} {outcome.State}");
        if (outcome.State is not null && chance.Next(5) == 0 && (await desk.UndoAsync(lease.CaseId, name, "oops", CancellationToken.None)).State is not null)
        {
            Say($"undone {lease.CaseId}");
        }
    }

    private static void Say(string line)
    {
        lock (Gate)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
