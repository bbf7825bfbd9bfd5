using Fraud.Corpora;
using Fraud.Findings;

namespace Fraud.Evaluating;

/// <summary>A labelled post and what was made of it.</summary>
/// <param name="Post">The post.</param>
/// <param name="Labels">Probability per label.</param>
/// <param name="Verdict">The verdict; null when only labels were scored.</param>
public sealed record Judged(LabelledPost Post, IReadOnlyList<float> Labels, Verdict? Verdict)
{
    /// <summary>The most probable label.</summary>
    public PitchLabel Label
    {
        get
        {
            var best = 0;
            for (var i = 1; i < Labels.Count; i++)
            {
                best = Labels[i] > Labels[best] ? i : best;
            }

            return (PitchLabel)best;
        }
    }

    /// <summary>Probability of any of T1 to T7.</summary>
    public double Risk => Labels.Take((int)PitchLabel.CoinPromo + 1).Sum(p => (double)p);
}
