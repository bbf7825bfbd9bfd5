namespace Fraud.Cases;

/// <summary>One page of the queue, highest priority first.</summary>
/// <param name="Cases">The lines.</param>
/// <param name="Total">Cases that fit the filter.</param>
public sealed record CasePage(IReadOnlyList<CaseSummary> Cases, long Total);
