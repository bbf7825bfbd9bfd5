using Fraud.Findings;

namespace Fraud.Pitches;

/// <summary>What the classifier makes of a text.</summary>
/// <param name="Labels">Calibrated probability per label, indexed by <see cref="PitchLabel"/>; sums to 1.</param>
/// <param name="Stance">What the author does with the words.</param>
/// <param name="Findings">Evidence on the original words, in order of place.</param>
public sealed record PitchReading(IReadOnlyList<float> Labels, Stance Stance, IReadOnlyList<Finding> Findings);
