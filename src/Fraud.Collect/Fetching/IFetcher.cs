namespace Fraud.Collect.Fetching;

/// <summary>Fetches pages politely: robots.txt, pace per host, caps, address guard at every hop. Safe for concurrent use.</summary>
public interface IFetcher
{
    /// <summary>Fetches one page. Every failure of the page, the host or the network is an outcome; only cancellation throws.</summary>
    Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}
