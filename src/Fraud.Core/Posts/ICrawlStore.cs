namespace Fraud.Posts;

/// <summary>The crawler's memory: what is due, and what each visit gave. Survives a kill at any instant.</summary>
public interface ICrawlStore
{
    /// <summary>Adds targets that are not known yet (same source and URL); they are due at once.</summary>
    Task AddTargetsAsync(IReadOnlyList<CrawlTarget> targets, CancellationToken cancellationToken);

    /// <summary>
    /// Lends due targets of a source to a crawling process, from hosts no other process holds; those hosts are its own until the lease ends. A target whose loan ends unvisited is due again.
    /// Nothing when the source is paused.
    /// </summary>
    Task<IReadOnlyList<CrawlTarget>> TakeDueAsync(CrawlClaim claim, CancellationToken cancellationToken);

    /// <summary>Prolongs an owner's hold on all its hosts; gives those it still has. A hold that ended and was not taken over goes on.</summary>
    Task<IReadOnlyList<string>> RenewAsync(string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Gives hosts back before their lease ends.</summary>
    Task ReleaseAsync(string owner, IReadOnlyList<string> hosts, CancellationToken cancellationToken);

    /// <summary>Stores the visit in one transaction: page as evidence, posts once by dedupe key, new targets, the target's next due time.</summary>
    /// <returns>How many posts were new.</returns>
    Task<int> CompleteAsync(CrawlVisit visit, CancellationToken cancellationToken);

    /// <summary>Stores posts that came without a crawl (an import or a push), with the page they were read from if there is one.</summary>
    /// <returns>How many posts were new.</returns>
    Task<int> ImportAsync(PageCapture? page, IReadOnlyList<Post> posts, CancellationToken cancellationToken);

    /// <summary>Counts and times per source for the operating view.</summary>
    Task<IReadOnlyList<SourceHealth>> ListHealthAsync(CancellationToken cancellationToken);
}
