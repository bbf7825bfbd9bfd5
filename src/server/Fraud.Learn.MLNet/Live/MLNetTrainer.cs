using Fraud.Training;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Fraud.Learn.MLNet;

/// <summary>Fits with LbfgsMaximumEntropy and hands the weights over in the product's own layout, so that one scorer serves both trainers.</summary>
internal sealed class MLNetTrainer(float tolerance = 1e-6f) : ITrainer
{
    public string Name => "MLNet";

    public float[] Fit(TrainingProblem problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        cancellationToken.ThrowIfCancellationRequested();
        return Layout(FitModel(new(seed: 1), problem).Model, problem);
    }

    internal MulticlassPredictionTransformer<MaximumEntropyModelParameters> FitModel(MLContext context, TrainingProblem problem)
    {
        var rows = Enumerable.Range(0, problem.Targets.Count).Where(i => problem.Targets[i] >= 0).Select(i => MLNetRow.Of(problem, i));
        var data = context.Data.Cache(context.Data.LoadFromEnumerable(rows, MLNetRow.Schema(problem.Classes, problem.FeatureCount)));
        return Estimator(context, problem.Penalty, tolerance).Fit(data);
    }

    internal static LbfgsMaximumEntropyMulticlassTrainer Estimator(MLContext context, double penalty, float tolerance) =>
        context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            ExampleWeightColumnName = nameof(MLNetRow.Weight),
            // ML.NET weighs the penalty against the sum of losses, as we do
            L1Regularization = 0,
            L2Regularization = (float)penalty,
            HistorySize = 6,
            OptimizationTolerance = tolerance,
            // More threads add up in another order, and equal input must give equal weights
            NumberOfThreads = 1,
        });

    internal static float[] Layout(MaximumEntropyModelParameters model, TrainingProblem problem)
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
