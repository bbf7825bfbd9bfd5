using Fraud.Text;

namespace Fraud.Findings;

/// <summary>One piece of evidence on the original words.</summary>
public sealed record Finding
{
    /// <summary>Rule of the finding that stands for all that no other finding of a text names; with it the weights add up.</summary>
    public const string Rest = "model.rest";

    /// <summary>Permanent dotted id, such as "scam.hoarding.appreciation".</summary>
    public required string Rule { get; init; }

    /// <summary>First UTF-16 unit of the original text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last unit; equals <see cref="Start"/> for evidence about the text as a whole.</summary>
    public required int End { get; init; }

    /// <summary>Contribution in log-odds towards risk; negative speaks against. Where a text has findings, theirs add up to <see cref="Assessment.LogOdds"/>.</summary>
    public double Weight { get; init; }

    /// <summary>Why it matters, in one sentence.</summary>
    public LocalText Reason { get; init; }

    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, End);
}
