namespace Fraud.Posts;

/// <summary>The crawler's memory: what is due, and what each visit gave. Survives a kill at any instant.</summary>
public interface ICrawlStore
{
    /// <summary>Adds targets that are not known yet (same source and URL); they are due at once.</summary>
    Task AddTargetsAsync(IReadOnlyList<CrawlTarget> targets, CancellationToken cancellationToken);

    /// <summary>Leases up to <paramref name="count"/> due targets of a source; a target whose lease runs out is due again.</summary>
    Task<IReadOnlyList<CrawlTarget>> TakeDueAsync(string source, int count, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Stores the visit in one transaction: page as evidence, posts once by dedupe key, new targets, the target's next due time.</summary>
    /// <returns>How many posts were new.</returns>
    Task<int> CompleteAsync(CrawlVisit visit, CancellationToken cancellationToken);

    /// <summary>Stores posts that came without a crawl (an import or a push), with the page they were read from if there is one.</summary>
    /// <returns>How many posts were new.</returns>
    Task<int> ImportAsync(PageCapture? page, IReadOnlyList<Post> posts, CancellationToken cancellationToken);

    /// <summary>Counts and times per source for the operating view.</summary>
    Task<IReadOnlyList<SourceHealth>> ListHealthAsync(CancellationToken cancellationToken);
}
