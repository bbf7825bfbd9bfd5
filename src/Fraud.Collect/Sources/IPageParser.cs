namespace Fraud.Collect.Sources;

/// <summary>Reads one kind of page: a pure function from bytes to posts and links. Register another one and name it in a source's Kind.</summary>
public interface IPageParser
{
    /// <summary>The kind, as written in a source's settings.</summary>
    string Name { get; }

    /// <summary>Reads a page; one that is not of this kind yields nothing. What it throws, besides cancellation, the crawler counts as an unreadable page.</summary>
    Task<ParsedPage> ParseAsync(SourcePage page, CancellationToken cancellationToken);
}
