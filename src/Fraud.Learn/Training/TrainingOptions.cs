namespace Fraud.Training;

/// <summary>How a model is trained. The defaults won on held-out writers; see the model card.</summary>
public sealed record TrainingOptions
{
    /// <summary>Who fits the weights. Default our own L-BFGS, which needs no package.</summary>
    public ITrainer Linear { get; init; } = new LbfgsTrainer();

    /// <summary>A feature must stand in this many texts. Default 4: twice as many features, those of 2 texts too, tell no more on held-out writers.</summary>
    public int MinTexts { get; init; } = 4;

    /// <summary>Strength of the penalty on squared weights. Default 2.</summary>
    public double Penalty { get; init; } = 2;

    /// <summary>Value of a run of units in a text of one part. Default 5.</summary>
    public float PartScale { get; init; } = 5;

    /// <summary>Value of letters inside a word, relative to a run of units. Default 0.5.</summary>
    public float Letters { get; init; } = 0.5f;

    /// <summary>Value of an idea. Default 0.2.</summary>
    public float Idea { get; init; } = 0.2f;

    /// <summary>Value of a pair of ideas. Default 0.2.</summary>
    public float Pair { get; init; } = 0.2f;

    /// <summary>Value of a signal. Default 0.2.</summary>
    public float Signal { get; init; } = 0.2f;

    /// <summary>Value of a fact from another detector. Default 0.6.</summary>
    public float Hint { get; init; } = 0.6f;
}
