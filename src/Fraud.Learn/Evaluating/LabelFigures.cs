using Fraud.Findings;

namespace Fraud.Evaluating;

/// <summary>Figures of one label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Posts">Posts that have it.</param>
/// <param name="Precision">Share of the posts given this label that have it.</param>
/// <param name="Recall">Share of the posts that have it that were given it.</param>
/// <param name="AlertShare">Share of its posts that became alerts; 0 when no verdict was made.</param>
/// <param name="ReviewShare">Share of its posts that went to review.</param>
public sealed record LabelFigures(PitchLabel Label, int Posts, double Precision, double Recall, double AlertShare, double ReviewShare)
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
