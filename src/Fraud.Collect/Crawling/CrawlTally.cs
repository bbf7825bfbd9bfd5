using Fraud.Posts;

namespace Fraud.Collect.Crawling;

/// <summary>Counts a run while it goes on.</summary>
internal sealed class CrawlTally(string source)
{
    private int _visits;
    private int _failures;
    private int _newPosts;

    public void Add(CrawlVisit visit, int newPosts)
    {
        Interlocked.Increment(ref _visits);
        Interlocked.Add(ref _failures, visit.Outcome is "stored" or "unchanged" or "not-now" ? 0 : 1);
        Interlocked.Add(ref _newPosts, newPosts);
    }

    public CrawlReport ToReport() => new() { Source = source, Visits = _visits, Failures = _failures, NewPosts = _newPosts };
}
