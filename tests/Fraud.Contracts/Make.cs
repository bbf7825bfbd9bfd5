using System.Text;
using Fraud.Accounts;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Contracts;

/// <summary>Makers for the stores' tests.</summary>
public static class Make
{
    public static CrawlTarget Target(string url, string source = "test") => new() { Source = source, Url = url };

    /// <summary>Takes due targets as one owner.</summary>
    public static Task<IReadOnlyList<CrawlTarget>> TakeDueAsync(this ICrawlStore store, string source, int count, TimeSpan lease, CancellationToken cancellationToken, string owner = "tester") =>
        store.TakeDueAsync(new CrawlClaim { Source = source, Owner = owner, Count = count, Lease = lease }, cancellationToken);

    public static PageCapture Page(string body = "<p>page</p>", string url = "https://example.org/page") => new()
    {
        Source = "test",
        Url = url,
        FetchedAt = Some.Moment,
        ContentType = "text/html; charset=utf-8",
        Headers = "Server: example",
        Body = Encoding.UTF8.GetBytes(body),
    };

    public static CrawlVisit Visit(CrawlTarget target, PageCapture? page = null, params Post[] posts) =>
        new() { Target = target, Outcome = page is null ? "unchanged" : "stored", Page = page, Posts = posts };

    public static AssessedPost Assessed(PendingPost pending, Verdict verdict = Verdict.Alert, PitchLabel label = PitchLabel.Hoarding, double score = 0.9) =>
        new() { PostId = pending.PostId, Post = pending.Post, Assessment = Some.Assessment(verdict, label, score) };

    /// <summary>Stores posts, judges them alike and pushes them into the queue.</summary>
    public static async Task CasesAsync(TestStore store, IReadOnlyList<Post> posts, Func<PendingPost, AssessedPost>? judge = null)
    {
        await store.Get<ICrawlStore>().ImportAsync(null, posts, CancellationToken.None);
        await JudgeAsync(store, judge ?? (p => Assessed(p)));
        await store.Get<IAlertPusher>().PushAsync(CancellationToken.None);
    }

    /// <summary>Stores and pushes one post; gives the number of its case.</summary>
    public static async Task<long> CaseAsync(TestStore store, Post? post = null, Func<PendingPost, AssessedPost>? judge = null)
    {
        await CasesAsync(store, [post ?? Some.Post()], judge);
        return (await store.SqlAsync<long>("SELECT MAX(Id) FROM ReviewCase"))[0];
    }

    /// <summary>Judges whatever waits.</summary>
    public static async Task JudgeAsync(TestStore store, Func<PendingPost, AssessedPost> judge)
    {
        var detection = store.Get<IDetectionStore>();
        var pending = await detection.TakePendingAsync("pitch@test", "default@1", int.MaxValue, TimeSpan.Zero, CancellationToken.None);
        await detection.SaveAsync([.. pending.Select(judge)], CancellationToken.None);
    }

    public static KeyFinding Key(string fingerprint) =>
        new() { Rule = "key.test", Issuer = "Test", Redacted = "key-…", Fingerprint = fingerprint, Start = 0, End = 1, Confidence = KeyConfidence.High };

    public static Contact Contact(string value, string role = "author") => new() { Kind = "wechat", Value = value, Role = role, Start = 0, End = 1 };

    public static DecideCase Decide(Lease lease, Decision decision = Decision.Confirm, string reason = "seen") =>
        new() { CaseId = lease.CaseId, Fence = lease.Fence, Actor = lease.Holder, Decision = decision, Reason = reason };

    public static Account Person(string name, AccountRole role) => new() { Name = name, Role = role, PasswordHash = "h", SecurityStamp = "s" };
}
