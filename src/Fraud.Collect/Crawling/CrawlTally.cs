using Fraud.Collect.Fetching;
using Fraud.Posts;

namespace Fraud.Collect.Crawling;

/// <summary>Counts a run while it goes on.</summary>
internal sealed class CrawlTally(string source)
{
    private readonly Lock _gate = new();
    private CrawlRun _run = new() { Source = source };

    public void Add(FetchResult result, CrawlVisit visit, int newPosts)
    {
        lock (_gate)
        {
            _run = _run with
            {
                Visited = _run.Visited + 1,
                Stored = _run.Stored + (visit.Outcome == "stored" ? 1 : 0),
                Unchanged = _run.Unchanged + (result == FetchResult.Unchanged ? 1 : 0),
                Failed = _run.Failed + (visit.Outcome != "stored" && result != FetchResult.Unchanged ? 1 : 0),
                Posts = _run.Posts + visit.Posts.Count,
                NewPosts = _run.NewPosts + newPosts,
            };
        }
    }

    public CrawlRun ToRun()
    {
        lock (_gate)
        {
            return _run;
        }
    }
}
