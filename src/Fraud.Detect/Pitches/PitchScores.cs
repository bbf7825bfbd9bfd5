using Fraud.Findings;

namespace Fraud.Pitches;

/// <summary>What the classifier says of one text, in buffers reused from text to text.</summary>
public sealed class PitchScores
{
    /// <summary>Calibrated probability per label, indexed by <see cref="PitchLabel"/>.</summary>
    public float[] Labels { get; } = new float[PitchShape.Labels];

    /// <summary>Probability per stance, indexed by <see cref="Findings.Stance"/>.</summary>
    public float[] Stances { get; } = new float[PitchShape.Stances];

    /// <summary>Label logits before calibration.</summary>
    public float[] Logits { get; } = new float[PitchShape.Labels];

    /// <summary>The most probable label of the side, pitch or none, that is more probable as a whole.</summary>
    public PitchLabel Label { get; internal set; }

    /// <summary>The most probable stance.</summary>
    public Stance Stance { get; internal set; }
}
