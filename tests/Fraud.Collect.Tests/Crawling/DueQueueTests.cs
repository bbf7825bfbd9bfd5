using Fraud.Collect.Crawling;
using Fraud.Collect.Sources;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Collect.Tests.Crawling;

public class DueQueueTests
{
    private readonly FakeClock _clock = new();
    private readonly MemoryCrawlStore _store;

    public DueQueueTests() => _store = new(_clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_that_does_not_answer_holds_no_more_workers_than_may_ask_it()
    {
        await AddAsync([.. Enumerable.Range(0, 50).Select(i => $"https://slow.example/{i}"), .. Enumerable.Range(0, 50).Select(i => $"https://fast.example/{i}")]);
        using var queue = Queue(concurrency: 4);
        List<CrawlTarget> waiting = [];
        var visited = 0;
        while (visited < 50)
        {
            var target = (await queue.TakeAsync(Token))!;
            if (CrawlUrl.HostOf(target.Url) == "slow.example")
            {
                waiting.Add(target);
            }
            else
            {
                await queue.DoneAsync(target);
                visited++;
            }
        }

        Assert.Equal(2, waiting.Count);
    }

    [Fact]
    public async Task Every_target_comes_once_and_then_the_queue_ends()
    {
        await AddAsync([.. Enumerable.Range(0, 90).Select(i => $"https://h{i % 7}.example/{i}")]);
        using var queue = Queue(concurrency: 5);
        var taken = new List<string>();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            while (await queue.TakeAsync(Token) is { } target)
            {
                await Task.Yield();
                lock (taken)
                {
                    taken.Add(target.Url);
                }

                await _store.CompleteAsync(new() { Target = target, Outcome = "stored" }, Token);
                await queue.DoneAsync(target);
            }
        }));

        Assert.Equal((90, 90), (taken.Count, taken.Distinct().Count()));
    }

    [Fact]
    public async Task What_a_page_in_work_brings_is_waited_for()
    {
        await AddAsync("https://a.example/1");
        using var queue = Queue(concurrency: 2);
        var first = (await queue.TakeAsync(Token))!;
        var second = queue.TakeAsync(Token);
        Assert.False(second.IsCompleted);
        await AddAsync("https://a.example/2");
        await queue.DoneAsync(first);

        Assert.Equal("https://a.example/2", (await second)?.Url);
    }

    [Fact]
    public async Task A_loan_that_ended_while_its_page_waits_does_not_bring_it_twice()
    {
        await AddAsync("https://a.example/1", "https://a.example/2", "https://a.example/3");
        using var queue = Queue(concurrency: 4);
        var taken = new[] { await queue.TakeAsync(Token), await queue.TakeAsync(Token) };
        _clock.Advance(TimeSpan.FromHours(1));
        await queue.DoneAsync(taken[0]!);
        await _store.CompleteAsync(new() { Target = taken[0]!, Outcome = "stored" }, Token);

        Assert.Equal("https://a.example/3", (await queue.TakeAsync(Token))?.Url);
    }

    private DueQueue Queue(int concurrency)
    {
        var collect = new CollectOptions();
        collect.Fetch.MaxConcurrentPerHost = 2;
        return new(_store, new(_store, _clock), new SourceOptions { Name = "src", Concurrency = concurrency }, collect, _clock);
    }

    private Task AddAsync(params string[] urls) => _store.AddTargetsAsync([.. urls.Select(u => new CrawlTarget { Source = "src", Url = u })], Token);
}
