namespace Fraud.Training;

/// <summary>What a trainer is given: sparse texts and their classes.</summary>
public sealed class TrainingProblem
{
    /// <summary>Numbers a feature has in the weights: the classes, padded.</summary>
    public const int Width = HingeObjective.Width;

    private readonly int[] _targets;
    private readonly float[] _weights;

    internal TrainingProblem(FeatureRows rows, int[] targets, float[] weights, int classes, double penalty) =>
        (Rows, _weights, _targets, Classes, Penalty) = (rows, weights, targets, classes, penalty);

    /// <summary>Per text, its features.</summary>
    public IReadOnlyList<int[]> Features => Rows.Features;

    /// <summary>Per text, the features' values.</summary>
    public IReadOnlyList<float[]> Values => Rows.Values;

    /// <summary>Number of features.</summary>
    public int FeatureCount => Rows.Keys.Length;

    /// <summary>Per text, its class; -1 for a text that is not to be learned from.</summary>
    public IReadOnlyList<int> Targets => _targets;

    /// <summary>Per text, what its loss is multiplied by.</summary>
    public IReadOnlyList<float> Weights => _weights;

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Strength of the penalty.</summary>
    public double Penalty { get; }

    /// <summary>Names of the features that have one: ideas, signals, facts.</summary>
    public IReadOnlyDictionary<int, string> Names { get; internal init; } = new Dictionary<int, string>();

    internal FeatureRows Rows { get; }

    /// <summary>What a trainer minimises, at these weights.</summary>
    public double Loss(float[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Objective().Evaluate(weights, new float[weights.Length]);
    }

    /// <summary>Scores of the classes for one text under these weights.</summary>
    public float[] Predict(float[] weights, int text)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Objective().Scores(weights, text);
    }

    internal HingeObjective Objective() => new(Rows, _targets, _weights, Classes, Penalty);
}
