using Fraud.Training;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Fraud.Learn.MLNet;

/// <summary>Fits each class against the rest with SDCA and hands the weights over in the product's own layout, so that one scorer serves both trainers.</summary>
internal sealed class MLNetTrainer : ITrainer
{
    // ML.NET's smoothed hinge is ours divided by twice this, up to a text that lies as far on the wrong side
    private const float Smoothing = 8;

    public string Name => "MLNet";

    public float[] Fit(TrainingProblem problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Layout(FitModels(new(seed: 1), problem, cancellationToken), problem);
    }

    internal static BinaryPredictionTransformer<LinearBinaryModelParameters>[] FitModels(MLContext context, TrainingProblem problem, CancellationToken cancellationToken)
    {
        MLNetRow[] rows = [.. Enumerable.Range(0, problem.Targets.Count).Where(i => problem.Targets[i] >= 0).Select(i => MLNetRow.Of(problem, i))];
        var models = new BinaryPredictionTransformer<LinearBinaryModelParameters>[problem.Classes];
        for (var k = 0; k < models.Length; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in rows)
            {
                row.IsClass = row.Label == k;
            }

            var data = context.Data.Cache(context.Data.LoadFromEnumerable(rows, MLNetRow.Schema(problem.Classes, problem.FeatureCount)));
            models[k] = Estimator(context, problem, rows.Length, nameof(MLNetRow.IsClass)).Fit(data);
        }

        return models;
    }

    internal static SdcaNonCalibratedBinaryTrainer Estimator(MLContext context, TrainingProblem problem, int texts, string label) =>
        context.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options
        {
            LabelColumnName = label,
            ExampleWeightColumnName = nameof(MLNetRow.Weight),
            LossFunction = new SmoothedHingeLoss(Smoothing),
            L1Regularization = 0,
            // SDCA weighs the penalty against the mean loss
            L2Regularization = (float)(problem.Penalty / (2 * Smoothing * texts)),
            BiasLearningRate = 0,
            MaximumNumberOfIterations = 100,
            ConvergenceTolerance = 1e-3f,
            // More threads add up in another order, and equal input must give equal weights
            NumberOfThreads = 1,
        });

    internal static float[] Layout(BinaryPredictionTransformer<LinearBinaryModelParameters>[] models, TrainingProblem problem)
    {
        var weights = new float[(problem.FeatureCount + 1) * TrainingProblem.Width];
        for (var k = 0; k < models.Length; k++)
        {
            var feature = 0;
            foreach (var weight in models[k].Model.Weights)
            {
                weights[(feature++ * TrainingProblem.Width) + k] = weight;
            }

            weights[(problem.FeatureCount * TrainingProblem.Width) + k] = models[k].Model.Bias;
        }

        return weights;
    }
}
