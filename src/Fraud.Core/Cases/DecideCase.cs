namespace Fraud.Cases;

/// <summary>A reviewer's decision under a lease.</summary>
public sealed record DecideCase
{
    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>Fencing token of the reviewer's lease.</summary>
    public required long Fence { get; init; }

    /// <summary>Account that decides.</summary>
    public required string Actor { get; init; }

    /// <summary>What is decided.</summary>
    public required Decision Decision { get; init; }

    /// <summary>Why, in the reviewer's words or a reason code; not empty.</summary>
    public required string Reason { get; init; }
}
