using Fraud.Training;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Fraud.Learn.MLNet;

/// <summary>Fits with LbfgsMaximumEntropy and hands the weights over in the product's own layout, so that one scorer serves both trainers.</summary>
internal sealed class MLNetTrainer : ITrainer
{
    public string Name => "MLNet";

    public float[] Fit(TrainingProblem problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        cancellationToken.ThrowIfCancellationRequested();
        var context = new MLContext(seed: 1);
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            // ML.NET weighs the penalty against the sum of losses, as we do
            L1Regularization = 0,
            L2Regularization = (float)problem.Penalty,
            HistorySize = 6,
            OptimizationTolerance = 1e-6f,
            // More threads add up in another order, and equal input must give equal weights
            NumberOfThreads = 1,
        });
        var rows = context.Data.Cache(context.Data.LoadFromEnumerable(Rows(problem), MLNetRow.Schema(problem)));
        return Layout(trainer.Fit(rows).Model, problem);
    }

    private static IEnumerable<MLNetRow> Rows(TrainingProblem problem)
    {
        for (var i = 0; i < problem.Targets.Count; i++)
        {
            if (problem.Targets[i] >= 0)
            {
                yield return MLNetRow.Of(problem, i);
            }
        }
    }

    private static float[] Layout(MaximumEntropyModelParameters model, TrainingProblem problem)
    {
        var weights = new float[(problem.FeatureCount + 1) * TrainingProblem.Width];
        VBuffer<float>[]? byClass = null;
        model.GetWeights(ref byClass, out var classes);
        for (var k = 0; k < classes; k++)
        {
            foreach (var (feature, weight) in byClass[k].Items())
            {
                weights[(feature * TrainingProblem.Width) + k] = weight;
            }
        }

        var next = problem.FeatureCount * TrainingProblem.Width;
        foreach (var bias in model.GetBiases())
        {
            weights[next++] = bias;
        }

        return weights;
    }
}
