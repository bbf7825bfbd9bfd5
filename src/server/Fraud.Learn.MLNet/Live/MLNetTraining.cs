using Fraud.Training;

namespace Fraud.Learn.MLNet;

/// <summary>Training with ML.NET.</summary>
public static class MLNetTraining
{
    /// <summary>A trainer that fits the weights with ML.NET's SDCA, each class against the rest.</summary>
    public static ITrainer CreateTrainer() => new MLNetTrainer();

    /// <summary>Compares the maximum entropy of L-BFGS and SDCA, the hinge and the averaged perceptron by cross-validation and ranks the named features, as Markdown; texts of one group are never split.</summary>
    public static string Compare(TrainingProblem problem, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(groups);
        return new MLNetComparison(problem, groups).Write(cancellationToken);
    }
}
