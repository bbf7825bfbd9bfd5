using Fraud.Collect.Crawling;
using Fraud.Collect.Fetching;
using Fraud.Collect.Sources;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Collect.Tests.Crawling;

public class RevisitTests
{
    private static readonly SourceOptions Source = new() { RecrawlAfter = TimeSpan.FromMinutes(15), RevisitAfter = TimeSpan.FromHours(2), RecrawlAtMost = TimeSpan.FromHours(4) };
    private static readonly CrawlTarget Start = new() { Source = "s", Url = "https://a.example/" };

    [Fact]
    public void A_page_that_rests_is_left_alone_longer_and_longer_up_to_the_cap()
    {
        List<double> minutes = [];
        var target = Start;
        for (var i = 0; i < 7; i++)
        {
            target = target with { Interval = Revisit.Interval(Source, target, changed: i == 0) };
            minutes.Add(target.Interval.TotalMinutes);
        }

        Assert.Equal([15, 30, 60, 120, 240, 240, 240], minutes);
    }

    [Fact]
    public void A_page_that_changes_is_visited_sooner_down_to_the_sources_interval() => Assert.Equal(
        [60.0, 15.0],
        [Revisit.Interval(Source, Start with { Interval = TimeSpan.FromHours(2) }, true).TotalMinutes, Revisit.Interval(Source, Start with { Interval = TimeSpan.FromMinutes(20) }, true).TotalMinutes]);

    [Fact]
    public void A_followed_page_has_its_own_interval_and_none_means_never()
    {
        var page = Start with { Depth = 1 };

        Assert.Equal(TimeSpan.FromHours(2), Revisit.Interval(Source, page, true));
        Assert.Equal(TimeSpan.Zero, Revisit.Interval(new(), page with { Interval = TimeSpan.FromHours(1) }, false));
    }

    [Fact]
    public void A_page_that_was_not_asked_for_comes_back_when_its_host_is_free_however_often() =>
        Assert.Equal(Some.Moment.AddHours(1), Revisit.AfterFailure(Start with { Depth = 3, Failures = 99 }, FetchOutcome.Of(FetchResult.NotNow, "", Some.Moment.AddHours(1)), Some.Moment));
}
