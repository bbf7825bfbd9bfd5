namespace Fraud.Collect.Crawling;

/// <summary>Reads the frozen pages of a source again with the parser as it is now.</summary>
public interface IReplayer
{
    /// <summary>Stores the posts not known yet. Doing it again adds nothing; a page that cannot be read is counted, not thrown.</summary>
    Task<ReplayReport> RunAsync(string source, CancellationToken cancellationToken);
}
