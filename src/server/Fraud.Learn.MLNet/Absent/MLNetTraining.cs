using Fraud.Training;

namespace Fraud.Learn.MLNet;

/// <summary>Training with ML.NET, in a build that has it.</summary>
public static class MLNetTraining
{
    /// <summary>Refuses: this build has no ML.NET.</summary>
    public static ITrainer CreateTrainer() => throw Missing();

    /// <summary>Refuses: this build has no ML.NET.</summary>
    public static string Compare(TrainingProblem problem, IReadOnlyList<string> groups, CancellationToken cancellationToken) => throw Missing();

    private static NotSupportedException Missing() => new($"MLNet is {MLNetEngine.Engine.Note}.");
}
