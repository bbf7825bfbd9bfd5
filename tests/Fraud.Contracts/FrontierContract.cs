using System.Collections.Concurrent;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Contracts;

/// <summary>What every store owes the frontier: hosts lent to one owner at a time, order, budgets, duplicates, pauses.</summary>
public abstract class FrontierContract(Func<TestStore> open) : StoreContract(open)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly PageFingerprint Print = new(0x1234, 0x0F0F_3333_5555_7777);

    private ICrawlStore Crawl => Store.Get<ICrawlStore>();

    [Fact]
    public async Task A_host_is_lent_to_one_owner_until_its_lease_ends()
    {
        await AddAsync("https://a.example/1", "https://a.example/2", "https://b.example/1");
        Assert.Equal(["https://a.example/1"], await TakeAsync("ann", 1));
        Assert.Equal(["https://b.example/1"], await TakeAsync("bob"));
        Store.Clock.Advance(Lease);
        Assert.Equal(["https://a.example/1", "https://a.example/2"], (await TakeAsync("eve")).Where(u => u.Contains("a.example", StringComparison.Ordinal)).Order());
        Assert.Empty(await TakeAsync("ann"));
    }

    [Fact]
    public async Task A_host_is_one_whatever_source_port_or_case()
    {
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/1", "one"), Make.Target("http://A.example:8080/2", "two")], Token);
        Assert.Single(await Crawl.TakeDueAsync("one", 9, Lease, Token, "ann"));
        Assert.Empty(await Crawl.TakeDueAsync("two", 9, Lease, Token, "bob"));
        Assert.Single(await Crawl.TakeDueAsync("two", 9, Lease, Token, "ann"));
    }

    [Fact]
    public async Task A_renewed_hold_lasts_and_a_lost_one_is_not_given_back()
    {
        await AddAsync("https://a.example/1", "https://b.example/1");
        await TakeAsync("ann");
        Store.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.Equal(["a.example", "b.example"], (await Crawl.RenewAsync("ann", Lease, Token)).Order());
        Store.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(await TakeAsync("bob"));
        Store.Clock.Advance(Lease);
        Assert.Equal(2, (await TakeAsync("bob")).Count);
        Assert.Empty(await Crawl.RenewAsync("ann", Lease, Token));
    }

    [Fact]
    public async Task A_host_given_back_is_free_at_once()
    {
        await AddAsync("https://a.example/1", "https://a.example/2");
        await TakeAsync("ann", 1);
        await Crawl.ReleaseAsync("bob", ["a.example"], Token);
        Assert.Empty(await TakeAsync("bob"));
        await Crawl.ReleaseAsync("ann", ["a.example"], Token);
        Assert.Equal(["https://a.example/2"], await TakeAsync("bob"));
    }

    [Fact]
    public async Task A_hosts_next_free_moment_holds_for_whoever_comes_next_and_for_the_owner_within_patience()
    {
        await AddAsync("https://a.example/1", "https://a.example/2", "https://a.example/3");
        await TakeAsync("ann", 1);
        await Crawl.CompleteAsync(Make.Visit(Make.Target("https://a.example/1")) with { HostFreeAt = Store.Clock.GetUtcNow().AddSeconds(30), HostDelay = TimeSpan.FromSeconds(30) }, Token);
        Assert.Empty(await TakeAsync("ann", 1));
        Assert.Single(await Crawl.TakeDueAsync(new CrawlClaim { Source = "test", Owner = "ann", Count = 1, Lease = Lease, Patience = TimeSpan.FromMinutes(1) }, Token));
        await Crawl.ReleaseAsync("ann", ["a.example"], Token);
        Assert.Empty(await TakeAsync("bob"));
        Store.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Single(await TakeAsync("bob"));
    }

    [Fact]
    public async Task Hosts_of_which_the_owner_has_enough_are_left_out()
    {
        await AddAsync("https://a.example/1", "https://b.example/1", "https://c.example/1");
        var claim = new CrawlClaim { Source = "test", Owner = "ann", Count = 1, Lease = Lease, Except = ["a.example", "b.example"] };
        Assert.Equal(["https://c.example/1"], (await Crawl.TakeDueAsync(claim, Token)).Select(t => t.Url));
        Assert.Empty(await Crawl.TakeDueAsync(claim, Token));
    }

    [Fact]
    public async Task Several_owners_never_hold_one_host_at_once_and_none_is_lost()
    {
        await AddAsync([.. Enumerable.Range(0, 240).Select(i => $"https://h{i % 12}.example/{i}")]);
        var holders = new ConcurrentDictionary<string, string>();
        var visited = new ConcurrentBag<string>();
        async Task WorkAsync(string owner)
        {
            for (var idle = 0; idle < 40; idle++)
            {
                var taken = await Crawl.TakeDueAsync("test", 3, Lease, Token, owner);
                foreach (var target in taken)
                {
                    idle = 0;
                    Assert.Equal(owner, holders.GetOrAdd(CrawlUrl.HostOf(target.Url), owner));
                    visited.Add(target.Url);
                    await Crawl.CompleteAsync(Make.Visit(target), Token);
                }

                var hosts = taken.Select(t => CrawlUrl.HostOf(t.Url)).Distinct().ToList();
                hosts.ForEach(h => holders.TryRemove(h, out _));
                await Crawl.ReleaseAsync(owner, hosts, Token);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => WorkAsync($"owner{i}"))));
        Assert.Equal((240, 240), (visited.Count, visited.Distinct().Count()));
    }

    [Fact]
    public async Task Targets_come_by_priority_then_by_age()
    {
        await AddAsync("https://a.example/old");
        Store.Clock.Advance(TimeSpan.FromMinutes(1));
        await Crawl.AddTargetsAsync([Make.Target("https://a.example/new"), Make.Target("https://a.example/start") with { Priority = CrawlPriority.Start }], Token);
        Assert.Equal(["https://a.example/start", "https://a.example/old", "https://a.example/new"], await TakeAsync("ann"));
    }

    [Fact]
    public async Task After_an_alert_the_sellers_pages_come_first()
    {
        const string Seller = "https://a.example/u/7";
        var post = Some.Post() with { Source = "test", Author = "seller7", Listing = new() { SellerUrl = Seller } };
        await AddAsync("https://a.example/1", Seller);
        await Crawl.ImportAsync(null, [post], Token);
        await Make.JudgeAsync(Store, p => Make.Assessed(p));
        Assert.Equal([Seller, "https://a.example/1"], await TakeAsync("ann"));
        var next = Make.Visit(Make.Target("https://a.example/9"), Make.Page(), post with { NativeId = "other" }) with { Discovered = [Make.Target("https://a.example/10") with { Depth = 1 }] };
        await Crawl.CompleteAsync(next, Token);
        Assert.Equal(CrawlPriority.Suspect, (await Crawl.TakeDueAsync("test", 9, Lease, Token, "ann")).Single().Priority);
    }

    [Fact]
    public async Task Hosts_take_turns()
    {
        await AddAsync([.. Enumerable.Range(0, 50).Select(i => $"https://big.example/{i}"), "https://small.example/1"]);
        Assert.Contains("https://small.example/1", await TakeAsync("ann", 4));
    }

    [Theory]
    [InlineData("https://a.example/1#top")]
    [InlineData("HTTPS://A.example:443/1")]
    [InlineData("https://a.example/1?utm_source=x")]
    public async Task One_page_under_several_urls_is_one_target(string other)
    {
        await AddAsync("https://a.example/1", other);
        Assert.Single(await TakeAsync("ann"));
    }

    [Fact]
    public async Task A_page_with_the_text_of_another_one_is_neither_kept_nor_followed_nor_asked_for_again()
    {
        await StoreAsync("https://a.example/1", Print);
        await StoreAsync("https://a.example/copy", Print, Make.Target("https://a.example/2"));
        Assert.Empty(await TakeAsync("ann"));
        Assert.Equal(["stored", "duplicate"], await Store.SqlAsync<string>("SELECT Outcome FROM CrawlAttempt ORDER BY Id"));
        Assert.Equal([1L], await Store.SqlAsync<long>("SELECT COUNT(*) FROM Post"));
        Assert.Equal(0, (await Crawl.ListHealthAsync(Token))[0].Failures);
    }

    [Fact]
    public async Task Links_of_the_next_of_many_pages_alike_are_not_followed()
    {
        for (var i = 0; i < 4; i++)
        {
            await StoreAsync($"https://a.example/{i}", new(i, Print.SimHash ^ (1 << i)), Make.Target($"https://a.example/from{i}"));
        }

        Assert.Equal(["https://a.example/from0", "https://a.example/from1", "https://a.example/from2"], await TakeAsync("ann"));
    }

    [Fact]
    public async Task A_host_takes_no_more_targets_than_its_budget()
    {
        var links = Enumerable.Range(0, 9).Select(i => Make.Target($"https://a.example/{i}") with { Depth = 1 }).ToList();
        await Crawl.CompleteAsync(Make.Visit(Make.Target("https://a.example/")) with { Discovered = links, MaxPerHost = 5 }, Token);
        Assert.Equal(4, (await TakeAsync("ann")).Count);
    }

    [Fact]
    public async Task A_target_comes_back_with_its_interval_and_text()
    {
        await StoreAsync("https://a.example/1", Print);
        await Store.SqlAsync("UPDATE CrawlTarget SET DueAt = 0");
        var target = Assert.Single(await Crawl.TakeDueAsync("test", 1, Lease, Token));
        Assert.Equal((TimeSpan.FromHours(1), Print.TextHash), (target.Interval, target.TextHash));
    }

    private async Task StoreAsync(string url, PageFingerprint print, params CrawlTarget[] links) => await Crawl.CompleteAsync(
        Make.Visit(Make.Target(url) with { Depth = 1 }, Make.Page(url), Some.Post()) with { Fingerprint = print, MaxAlike = 3, Discovered = links, Interval = TimeSpan.FromHours(1) }, Token);

    private Task AddAsync(params string[] urls) => Crawl.AddTargetsAsync([.. urls.Select(u => Make.Target(u))], Token);

    private async Task<IReadOnlyList<string>> TakeAsync(string owner, int count = 9) => [.. (await Crawl.TakeDueAsync("test", count, Lease, Token, owner)).Select(t => t.Url)];
}
