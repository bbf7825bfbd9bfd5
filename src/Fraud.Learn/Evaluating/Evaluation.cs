namespace Fraud.Evaluating;

/// <summary>All figures of one set of scored posts.</summary>
public sealed record Evaluation
{
    /// <summary>Posts scored.</summary>
    public required int Posts { get; init; }

    /// <summary>Mean F1 over the labels present.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>95 % bootstrap interval of <see cref="MacroF1"/>.</summary>
    public required Interval MacroF1Interval { get; init; }

    /// <summary>Share of posts given their label.</summary>
    public required double Accuracy { get; init; }

    /// <summary>F1 of scam (T1 to T7) against benign, by the sum of probabilities at one half.</summary>
    public required double ScamF1 { get; init; }

    /// <summary>95 % bootstrap interval of <see cref="ScamF1"/>.</summary>
    public required Interval ScamF1Interval { get; init; }

    /// <summary>Precision of scam against benign.</summary>
    public required double ScamPrecision { get; init; }

    /// <summary>Recall of scam against benign.</summary>
    public required double ScamRecall { get; init; }

    /// <summary>Average precision of the risk score.</summary>
    public required double RiskPrAuc { get; init; }

    /// <summary>Expected calibration error of the most probable label, 15 bins.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>Share of benign posts that raise an alert.</summary>
    public required double FalseAlerts { get; init; }

    /// <summary>Share of alerts that would be scams if 2 in 100 posts were.</summary>
    public required double AlertPrecisionWhenRare { get; init; }

    /// <summary>Share of alerts and posts sent to review that would be scams if 2 in 100 posts were.</summary>
    public required double QueuePrecisionWhenRare { get; init; }

    /// <summary>Per label present, in model order.</summary>
    public required IReadOnlyList<LabelFigures> Labels { get; init; }

    /// <summary>Rows true labels, columns given labels, in model order.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>By language, length and writer.</summary>
    public required IReadOnlyList<SliceFigures> Slices { get; init; }

    /// <summary>The same posts in disguise, with what is lost.</summary>
    public IReadOnlyList<DisguiseFigures> Disguises { get; init; } = [];
}
