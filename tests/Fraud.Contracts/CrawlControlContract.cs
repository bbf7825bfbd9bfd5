using Fraud.Cases;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Contracts;

/// <summary>Pausing, looking up where a page stands, reading frozen pages again.</summary>
public abstract class CrawlControlContract(Func<TestStore> open) : StoreContract(open)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private ICrawlStore Crawl => Store.Get<ICrawlStore>();

    private ICrawlControl Control => Store.Get<ICrawlControl>();

    private IPageArchive Archive => Store.Get<IPageArchive>();

    [Fact]
    public async Task A_paused_source_lends_nothing_until_it_is_resumed()
    {
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/"), Make.Target("https://a.example/", "other")], Token);
        await Control.PauseAsync("test", "ann", Token);
        await Control.PauseAsync("test", "bob", Token);
        Assert.Empty(await Crawl.TakeDueAsync("test", 9, Lease, Token));
        Assert.Single(await Crawl.TakeDueAsync("other", 9, Lease, Token));
        Assert.Equal(("ann", Store.Clock.GetUtcNow()), ((await Control.FindAsync("test", "https://a.example/", Token)) is var s ? (s.PausedBy, s.PausedAt) : default));
        Assert.NotNull((await Crawl.ListHealthAsync(Token)).Single(h => h.Source == "test").PausedAt);
        await Control.ResumeAsync("test", Token);
        Assert.Single(await Crawl.TakeDueAsync("test", 9, Lease, Token));
    }

    [Fact]
    public async Task A_page_stands_where_the_frontier_has_it()
    {
        var due = Store.Clock.GetUtcNow().AddHours(1);
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/2")], Token);
        await Crawl.CompleteAsync(Make.Visit(Make.Target("https://a.example/1") with { Depth = 2 }) with { Outcome = "failed", Detail = "status 500", DueAgainAt = due, HostFreeAt = due, HostDelay = TimeSpan.FromSeconds(3) }, Token);
        await Crawl.TakeDueAsync("test", 1, Lease, Token, "ann");
        var standing = await Control.FindAsync("test", "HTTPS://a.example/1#x", Token);
        Assert.Equal((true, due, 2, 1, "failed", "status 500"), (standing.Known, standing.DueAt, standing.Depth, standing.Failures, standing.Outcome, standing.Detail));
        Assert.Equal((2, due, TimeSpan.FromSeconds(3), ""), (standing.HostTargets, standing.HostNextAt, standing.HostDelay, standing.HostOwner));
        Assert.False((await Control.FindAsync("test", "https://nowhere.example/", Token)).Known);
    }

    [Fact]
    public async Task Health_shows_pace_faults_and_the_next_page()
    {
        var due = Store.Clock.GetUtcNow().AddHours(1);
        await Crawl.CompleteAsync(Make.Visit(Make.Target("https://a.example/")) with { Outcome = "throttled", DueAgainAt = due, HostFreeAt = due, HostDelay = TimeSpan.FromSeconds(3) }, Token);
        var health = Assert.Single(await Crawl.ListHealthAsync(Token));
        Assert.Equal((TimeSpan.FromSeconds(3), "throttled", due), (health.Pace, health.LastFault, health.NextAt));
    }

    [Fact]
    public async Task Frozen_pages_are_read_again_and_posts_found_in_them_are_added_once()
    {
        var page = Make.Page("<p>frozen</p>", "https://a.example/?k=secret:alpha1");
        await Crawl.CompleteAsync(Make.Visit(Make.Target("https://a.example/"), page, Some.Post()), Token);
        var frozen = Assert.Single(await ReadAsync());
        Assert.Equal((page.Url, page.Headers, "<p>frozen</p>"), (frozen.Page.Url, frozen.Page.Headers, System.Text.Encoding.UTF8.GetString(frozen.Page.Body)));
        var found = Some.Post();
        Assert.Equal((1, 0), (await Archive.AddPostsAsync(frozen.Id, [found], Token), await Archive.AddPostsAsync(frozen.Id, [found], Token)));
        Assert.Equal([2L], await Store.SqlAsync<long>("SELECT COUNT(*) FROM Post WHERE CaptureId IS NOT NULL"));
        await Store.SqlAsync("DELETE FROM EvidenceBody");
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task An_export_stands_in_the_audit_log()
    {
        await Archive.RecordExportAsync("test", "ann", Token);
        Assert.Equal([EventKinds.EvidenceExported], await Store.SqlAsync<string>("SELECT Kind FROM CaseEvent"));
        Assert.Null(await Store.Get<IAuditLog>().VerifyAsync(Token));
    }

    private async Task<List<FrozenPage>> ReadAsync()
    {
        List<FrozenPage> pages = [];
        await foreach (var page in Archive.ReadAsync("test", Token))
        {
            pages.Add(page);
        }

        return pages;
    }
}
