using System.Text;
using Fraud.Posts;
using Fraud.Testing;
using Fraud.Work;

namespace Fraud.Contracts;

public abstract class CrawlStoreContract(Func<TestStore> open) : StoreContract(open)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private ICrawlStore Crawl => Store.Get<ICrawlStore>();

    [Fact]
    public async Task A_target_added_twice_is_due_once()
    {
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/"), Make.Target("https://a.example/")], Token);
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/")], Token);
        Assert.Single(await Crawl.TakeDueAsync("test", 10, Lease, Token));
    }

    [Fact]
    public async Task The_same_url_may_be_a_target_of_two_sources()
    {
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/", "one"), Make.Target("https://a.example/", "two")], Token);
        Assert.Single(await Crawl.TakeDueAsync("one", 10, Lease, Token));
        Assert.Single(await Crawl.TakeDueAsync("two", 10, Lease, Token));
    }

    [Fact]
    public async Task A_leased_target_is_not_given_again_until_the_lease_runs_out()
    {
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/")], Token);
        await Crawl.TakeDueAsync("test", 10, Lease, Token);
        Assert.Empty(await Crawl.TakeDueAsync("test", 10, Lease, Token));
        Store.Clock.Advance(Lease);
        Assert.Single(await Crawl.TakeDueAsync("test", 10, Lease, Token));
    }

    [Fact]
    public async Task A_visited_target_is_due_again_when_the_visit_said()
    {
        var target = Make.Target("https://a.example/");
        await Crawl.AddTargetsAsync([target], Token);
        await Crawl.CompleteAsync(Make.Visit(target) with { DueAgainAt = Store.Clock.GetUtcNow().AddHours(1) }, Token);
        Assert.Empty(await Crawl.TakeDueAsync("test", 10, Lease, Token));
        Store.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Single(await Crawl.TakeDueAsync("test", 10, Lease, Token));
    }

    [Fact]
    public async Task A_target_without_a_next_time_is_never_due_again()
    {
        var target = Make.Target("https://a.example/");
        await Crawl.AddTargetsAsync([target], Token);
        await Crawl.CompleteAsync(Make.Visit(target) with { Outcome = "gone" }, Token);
        Store.Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Empty(await Crawl.TakeDueAsync("test", 10, Lease, Token));
    }

    [Fact]
    public async Task Validators_are_remembered_and_outlive_an_answer_without_them()
    {
        var target = Make.Target("https://a.example/");
        var visit = Make.Visit(target, Make.Page()) with { ETag = "\"1\"", LastModified = "Sun, 01 Nov 2026 00:00:00 GMT", DueAgainAt = Store.Clock.GetUtcNow() };
        await Crawl.CompleteAsync(visit, Token);
        await Crawl.CompleteAsync(Make.Visit(target) with { DueAgainAt = Store.Clock.GetUtcNow() }, Token);
        var due = Assert.Single(await Crawl.TakeDueAsync("test", 10, Lease, Token));
        Assert.Equal(("\"1\"", "Sun, 01 Nov 2026 00:00:00 GMT"), (due.ETag, due.LastModified));
    }

    [Fact]
    public async Task Failures_in_a_row_are_counted_and_a_success_ends_the_row()
    {
        var target = Make.Target("https://a.example/");
        var failed = Make.Visit(target) with { Outcome = "failed", DueAgainAt = Store.Clock.GetUtcNow() };
        await Crawl.CompleteAsync(failed, Token);
        await Crawl.CompleteAsync(failed, Token);
        Assert.Equal(2, (await Crawl.TakeDueAsync("test", 1, TimeSpan.Zero, Token))[0].Failures);
        await Crawl.CompleteAsync(failed with { Outcome = "unchanged" }, Token);
        Assert.Equal(0, (await Crawl.TakeDueAsync("test", 1, TimeSpan.Zero, Token))[0].Failures);
    }

    [Fact]
    public async Task A_post_is_stored_once_by_its_dedupe_key()
    {
        var post = Some.Post();
        Assert.Equal(1, await Crawl.ImportAsync(null, [post, post], Token));
        Assert.Equal(0, await Crawl.CompleteAsync(Make.Visit(Make.Target("https://a.example/"), Make.Page(), post with { Text = "edited" }), Token));
    }

    [Fact]
    public async Task Discovered_links_become_targets_with_their_depth()
    {
        var link = Make.Target("https://a.example/next") with { Depth = 2 };
        await Crawl.CompleteAsync(Make.Visit(Make.Target("https://a.example/")) with { Discovered = [link, link] }, Token);
        Assert.Equal(2, Assert.Single(await Crawl.TakeDueAsync("test", 10, Lease, Token)).Depth);
    }

    [Fact]
    public async Task Visits_that_end_at_the_same_moment_are_all_stored_and_each_is_told_its_own_new_posts()
    {
        var known = Some.Post();
        await Crawl.ImportAsync(null, [known], Token);
        var visits = Enumerable.Range(0, 200).Select(i => Make.Visit(Make.Target($"https://a.example/{i}"), Make.Page($"page {i}"), i % 2 == 0 ? Some.Post() : known));

        var added = await Task.WhenAll(visits.Select(v => Task.Run(() => Crawl.CompleteAsync(v, Token))));

        Assert.Equal(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 1 : 0), added);
        Assert.Equal(101, (await Crawl.ListHealthAsync(Token)).Sum(h => h.Posts));
    }

    [Fact]
    public async Task New_posts_ring_the_bell_and_known_ones_do_not()
    {
        var post = Some.Post();
        await Crawl.ImportAsync(null, [post], Token);
        await Crawl.ImportAsync(null, [post], Token);
        Assert.Equal([WorkKind.PostsStored], Store.Signal.Kinds);
    }

    [Fact]
    public async Task A_page_fetched_twice_is_kept_once_and_no_clear_byte_of_it_rests()
    {
        var page = Make.Page(string.Concat(Enumerable.Repeat("needle in the page ", 60)));
        await Crawl.ImportAsync(page, [Some.Post()], Token);
        await Crawl.ImportAsync(page, [Some.Post()], Token);
        var body = Assert.Single(await Store.SqlAsync<byte[]>("SELECT Sealed FROM EvidenceBody"));
        Assert.True(body.AsSpan().IndexOf("needle"u8) < 0 && body.Length < page.Body.Length);
        Assert.Equal(2, (await Store.SqlAsync<long>("SELECT COUNT(*) FROM Capture"))[0]);
    }

    [Fact]
    public async Task No_secret_rests_in_clear_wherever_a_post_or_page_carries_it()
    {
        const string Url = "https://a.example/?k=secret:alpha1";
        var post = Some.Post("call secret:alpha1 now") with { Title = "secret:alpha1", Url = Url, NativeId = Url, Author = "secret:alpha1", Links = [Url], Images = [Url], ReplyTo = Url };
        await Crawl.CompleteAsync(Make.Visit(Make.Target(Url), Make.Page("secret:alpha1", Url), post) with { Discovered = [Make.Target(Url + "2")], Detail = "secret:alpha1" }, Token);
        await Store.ReopenAsync();
        var files = Directory.GetFiles(Store.Options.Folder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes);
        Assert.DoesNotContain(files, f => f.AsSpan().IndexOf("alpha1"u8) >= 0 || f.AsSpan().IndexOf(Encoding.Unicode.GetBytes("alpha1")) >= 0);
    }

    [Fact]
    public async Task A_url_with_a_secret_is_given_back_in_full_to_the_crawler()
    {
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/?k=secret:alpha1")], Token);
        Assert.Equal("https://a.example/?k=secret:alpha1", Assert.Single(await Crawl.TakeDueAsync("test", 10, Lease, Token)).Url);
    }

    [Fact]
    public async Task Health_counts_targets_backlog_posts_failures_and_the_last_success()
    {
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/"), Make.Target("https://b.example/")], Token);
        await Crawl.CompleteAsync(Make.Visit(Make.Target("https://a.example/"), Make.Page(), Some.Post(), Some.Post()), Token);
        await Crawl.CompleteAsync(Make.Visit(Make.Target("https://c.example/")) with { Outcome = "failed" }, Token);
        var health = Assert.Single(await Crawl.ListHealthAsync(Token));
        Assert.Equal((3, 1, 2, 1), (health.Targets, health.Backlog, health.Posts, health.Failures));
        Assert.Equal(Store.Clock.GetUtcNow(), health.LastSuccessAt);
        Store.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(0, (await Crawl.ListHealthAsync(Token))[0].Failures);
    }

    [Fact]
    public async Task A_hundred_crawlers_share_the_targets_without_overlap()
    {
        await Crawl.AddTargetsAsync([.. Enumerable.Range(0, 300).Select(i => Make.Target($"https://a.example/{i}"))], Token);
        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Crawl.TakeDueAsync("test", 4, Lease, Token))));
        Assert.Equal(300, taken.SelectMany(t => t).Select(t => t.Url).Distinct().Count());
        Assert.Equal(300, taken.Sum(t => t.Count));
    }
}
