namespace Fraud.Posts;

/// <summary>Destroys what may no longer be kept.</summary>
public interface IRetention
{
    /// <summary>Destroys expired pages and clear posts; masked posts, hashes, cases and audit events stay.</summary>
    Task<PurgeReport> PurgeAsync(CancellationToken cancellationToken);
}
