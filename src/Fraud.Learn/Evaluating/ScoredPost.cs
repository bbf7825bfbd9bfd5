using Fraud.Corpora;
using Fraud.Findings;

namespace Fraud.Evaluating;

/// <summary>A labelled post with what detection says of it.</summary>
/// <param name="Post">The post and its true label.</param>
/// <param name="Label">The label given.</param>
/// <param name="Labels">Probability per label.</param>
/// <param name="Verdict">What policy makes of it.</param>
public sealed record ScoredPost(LabelledPost Post, PitchLabel Label, float[] Labels, Verdict Verdict)
{
    /// <summary>Probability of the label given.</summary>
    public double Score => Labels[(int)Label];

    /// <summary>Probability of any of T1 to T7.</summary>
    public double Risk => Labels.Take((int)PitchLabel.CoinPromo + 1).Sum();
}
