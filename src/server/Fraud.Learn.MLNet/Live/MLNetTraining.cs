using Fraud.Training;

namespace Fraud.Learn.MLNet;

/// <summary>Training with ML.NET.</summary>
public static class MLNetTraining
{
    /// <summary>A trainer that fits the linear part with ML.NET's L-BFGS maximum entropy.</summary>
    public static ITrainer CreateTrainer() => new MLNetTrainer();
}
