namespace Fraud.Training;

/// <summary>How a model is trained. The defaults won on held-out writers; see the model card.</summary>
public sealed record TrainingOptions
{
    /// <summary>Who fits the linear part. Default our own L-BFGS, which needs no package.</summary>
    public ITrainer Linear { get; init; } = new LbfgsTrainer();

    /// <summary>A feature must stand in this many texts. Default 2.</summary>
    public int MinTexts { get; init; } = 2;

    /// <summary>Features kept at most, by the size of their weights: a smaller table stays in the nearer caches, a larger one knows more (on 28,700 posts 0.4 points of macro-F1, 0.2 of scam F1 more than 65,000). Default 110,000.</summary>
    public int MaxFeatures { get; init; } = 110_000;

    /// <summary>Strength of the penalty on squared weights of the linear part. Default 0.15.</summary>
    public double Penalty { get; init; } = 0.15;

    /// <summary>Value of a run of units in a text of one part. Default 5.</summary>
    public float PartScale { get; init; } = 5;

    /// <summary>Value of letters inside a word, relative to a run of units. Default 0.5.</summary>
    public float Letters { get; init; } = 0.5f;

    /// <summary>Value of an idea. Default 0.3.</summary>
    public float Idea { get; init; } = 0.3f;

    /// <summary>Value of a pair of ideas. Default 0.3.</summary>
    public float Pair { get; init; } = 0.3f;

    /// <summary>Value of a signal. Default 0.2.</summary>
    public float Signal { get; init; } = 0.2f;

    /// <summary>Value of a fact from another detector. Default 0.6.</summary>
    public float Hint { get; init; } = 0.6f;

    /// <summary>Passes over the corpus for the hidden layer. Default 12.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>Learning rate of the hidden layer. Default 0.1.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Share of features hidden at random while the hidden layer learns. Default 0.5.</summary>
    public float Dropout { get; init; } = 0.5f;

    /// <summary>Weight of the hidden layer's vote beside the linear part. Default 1.</summary>
    public float HiddenShare { get; init; } = 1;

    /// <summary>Share of risk posts that are learned a second time in disguise. Default 0.</summary>
    public double Disguised { get; init; }

    /// <summary>Seed of every choice by chance. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
