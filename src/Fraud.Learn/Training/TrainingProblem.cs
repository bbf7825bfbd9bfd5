namespace Fraud.Training;

/// <summary>What a trainer is given: sparse texts and their classes.</summary>
public sealed class TrainingProblem
{
    /// <summary>Numbers a feature has in the weights: the classes, padded.</summary>
    public const int Width = LogisticObjective.Width;

    internal TrainingProblem(FeatureRows rows, int[] targets, float[] weights, int classes, double penalty) =>
        (Rows, Weights, Targets, Classes, Penalty) = (rows, weights, targets, classes, penalty);

    /// <summary>Per text, its features.</summary>
    public IReadOnlyList<int[]> Features => Rows.Features;

    /// <summary>Per text, the features' values.</summary>
    public IReadOnlyList<float[]> Values => Rows.Values;

    /// <summary>Number of features.</summary>
    public int FeatureCount => Rows.Keys.Length;

    /// <summary>Per text, its class; -1 for a text that is not to be learned from.</summary>
    public IReadOnlyList<int> Targets { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Strength of the penalty.</summary>
    public double Penalty { get; }

    internal FeatureRows Rows { get; }

    internal float[] Weights { get; }
}
