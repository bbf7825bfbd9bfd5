namespace Fraud.Cases;

/// <summary>The right to decide one case for a while. The fence rises with every claim, so that a late write of an old holder is refused.</summary>
public sealed record Lease
{
    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>Account that holds it.</summary>
    public required string Holder { get; init; }

    /// <summary>Fencing token.</summary>
    public required long Fence { get; init; }

    /// <summary>When it runs out unless renewed, UTC.</summary>
    public required DateTimeOffset Until { get; init; }
}
