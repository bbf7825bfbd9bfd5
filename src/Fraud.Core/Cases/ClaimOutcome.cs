namespace Fraud.Cases;

/// <summary>Whether a claim or renewal worked: a lease, or why not.</summary>
public sealed record ClaimOutcome
{
    /// <summary>The lease; null when refused.</summary>
    public Lease? Lease { get; init; }

    /// <summary>"held" (by another), "decided", "lost" (the fence has moved on), "not-allowed" or "missing"; empty when granted.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>Who holds it, for "held" and "lost".</summary>
    public string Holder { get; init; } = "";
}
