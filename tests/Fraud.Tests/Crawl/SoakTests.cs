using Fraud.Contracts.Soak;
using Fraud.Testing.Soak;

namespace Fraud.Tests.Crawl;

/// <summary>The small version of the soak in Fraud.Benchmarks.</summary>
public class SoakTests(ITestOutputHelper output)
{
    [Fact]
    public async Task On_a_hostile_site_every_good_page_is_stored_once_although_the_crawler_is_killed()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("FRAUD_LONG_TESTS") == "1", "needs minutes of a free machine; run with FRAUD_LONG_TESTS=1");
        var plan = new SoakPlan { Hosts = 2, PagesPerHost = 120, Longest = TimeSpan.FromSeconds(150), Kills = 2, KillsWithin = TimeSpan.FromSeconds(9), Delay = TimeSpan.FromMilliseconds(5), Concurrency = 8 };

        var result = await new SoakRunner(plan, output.WriteLine).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal([], result.Faults);
        Assert.Equal(result.Good, result.Stored);
    }
}
