namespace Fraud.Training;

/// <summary>The trainer of the embedded edition.</summary>
internal sealed class LbfgsTrainer : ITrainer
{
    public string Name => "Own";

    public float[] Fit(TrainingProblem problem, CancellationToken cancellationToken) =>
        Lbfgs.Minimize(problem.Objective());
}
