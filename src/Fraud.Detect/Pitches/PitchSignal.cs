using Fraud.Text;

namespace Fraud.Pitches;

/// <summary>A named piece of evidence that words can give, as written in models/pitch/signals.json.</summary>
public sealed record PitchSignal
{
    /// <summary>Permanent dotted id, such as "scam.hoarding.appreciation".</summary>
    public required string Id { get; init; }

    /// <summary>Name in the taxonomy, such as "L02".</summary>
    public required string Code { get; init; }

    /// <summary>"strong", "medium", "weak" or "negating".</summary>
    public required string Strength { get; init; }

    /// <summary>Why it matters, in one sentence.</summary>
    public required LocalText Reason { get; init; }

    /// <summary>The wordings that give it; the file says how they are written.</summary>
    public required IReadOnlyList<string> Terms { get; init; }
}
