namespace Fraud.Posts;

/// <summary>The frozen pages, to be read again after a parser was changed, or handed over.</summary>
public interface IPageArchive
{
    /// <summary>Frozen pages in order of their number; purged ones and those no key opens are left out.</summary>
    IAsyncEnumerable<FrozenPage> ReadAsync(string source, CancellationToken cancellationToken);

    /// <summary>Writes into the audit log that pages of a source leave the store in clear; called before the first one does.</summary>
    Task RecordExportAsync(string source, string actor, CancellationToken cancellationToken);

    /// <summary>Stores posts read from a frozen page; those known stay as they are.</summary>
    /// <returns>How many were new.</returns>
    Task<int> AddPostsAsync(long pageId, IReadOnlyList<Post> posts, CancellationToken cancellationToken);
}
