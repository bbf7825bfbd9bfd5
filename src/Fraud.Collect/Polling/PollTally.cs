using Fraud.Posts;

namespace Fraud.Collect.Polling;

/// <summary>Counts a run while it goes on.</summary>
internal sealed class PollTally(string source)
{
    private int _visits;
    private int _failures;
    private int _newPosts;

    public void Add(CrawlVisit visit, int newPosts)
    {
        _visits++;
        _failures += visit.IsFailure ? 1 : 0;
        _newPosts += newPosts;
    }

    public CrawlReport ToReport() => new() { Source = source, Visits = _visits, Failures = _failures, NewPosts = _newPosts };
}
