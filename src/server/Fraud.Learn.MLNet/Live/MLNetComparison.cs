using System.Globalization;
using System.Text;
using Fraud.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Fraud.Learn.MLNet;

/// <summary>What other learners of ML.NET make of the same problem, and which named features the answer hangs on. For people who choose a learner; no weights come of it.</summary>
internal sealed class MLNetComparison(TrainingProblem problem, IReadOnlyList<string> groups)
{
    private const int Folds = 5;
    private const int Shown = 20;

    // The strength that won for the losses of maximum entropy
    private const float EntropyPenalty = 0.15f;
    private readonly MLContext _context = new(seed: 1);

    public string Write(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Linear part by itself, {Folds} folds, no family split between learning and judging:\n\n");
        text.Append("| learner | macro accuracy | micro accuracy | log loss |\n|---|---:|---:|---:|\n");
        foreach (var (name, learner) in Learners())
        {
            cancellationToken.ThrowIfCancellationRequested();
            text.Append(Judge(name, learner)).Append('\n');
        }

        cancellationToken.ThrowIfCancellationRequested();
        return text.Append(Importance()).ToString();
    }

    private IEnumerable<(string Name, IEstimator<ITransformer> Learner)> Learners()
    {
        var trainers = _context.MulticlassClassification.Trainers;
        yield return ("SDCA squared hinge, one against all", trainers.OneVersusAll(MLNetTrainer.Estimator(_context, problem, problem.Targets.Count, nameof(MLNetRow.Label)), useProbabilities: false));
        yield return ("L-BFGS maximum entropy", MaximumEntropy());
        yield return ("SDCA maximum entropy", trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            ExampleWeightColumnName = nameof(MLNetRow.Weight),
            // SDCA weighs the penalty against the mean loss
            L2Regularization = (float)(EntropyPenalty / problem.Weights.Sum()),
            L1Regularization = 0,
            MaximumNumberOfIterations = 20,
            NumberOfThreads = 1,
        }));
        // It takes no weights, and its scores are no probabilities
        yield return ("averaged perceptron, one against all", trainers.OneVersusAll(_context.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 10)));
    }

    private LbfgsMaximumEntropyMulticlassTrainer MaximumEntropy() => _context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
    {
        ExampleWeightColumnName = nameof(MLNetRow.Weight),
        // L-BFGS weighs the penalty against the sum of losses
        L1Regularization = 0,
        L2Regularization = EntropyPenalty,
        HistorySize = 6,
        OptimizationTolerance = 1e-5f,
        NumberOfThreads = 1,
    });

    private string Judge(string name, IEstimator<ITransformer> learner)
    {
        var data = _context.Data.Cache(Load([.. Enumerable.Range(0, problem.Targets.Count)], problem.FeatureCount, r => r));
        var folds = _context.MulticlassClassification.CrossValidate(data, learner, Folds, nameof(MLNetRow.Label), nameof(MLNetRow.Group)).Select(f => f.Metrics).ToArray();
        var loss = name.EndsWith("one against all", StringComparison.Ordinal) ? "–" : folds.Average(f => f.LogLoss).ToString("F4", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {folds.Average(f => f.MacroAccuracy):F4} | {folds.Average(f => f.MicroAccuracy):F4} | {loss} |");
    }

    // Runs of characters are too many to shuffle one by one, and say little by name; the model is made of the named features alone
    private string Importance()
    {
        int[] named = [.. problem.Names.Keys.Order()];
        var held = Enumerable.Range(0, problem.Targets.Count).ToLookup(i => groups[i].Aggregate(17u, (h, c) => (h * 31) + c) % Folds == 0);
        var model = MaximumEntropy().Fit(_context.Data.Cache(Load([.. held[false]], named.Length, r => Only(r, named))));
        var judged = model.Transform(_context.Data.Cache(Load([.. held[true]], named.Length, r => Only(r, named))));
        var loss = _context.MulticlassClassification.PermutationFeatureImportance(model, judged, useFeatureWeightFilter: true);
        var text = new StringBuilder("\nPermutation importance of the named features by themselves, on families held out (macro accuracy lost when one is shuffled):\n\n| feature | lost |\n|---|---:|\n");
        foreach (var (index, lost) in loss.Select((m, i) => (Index: i, Lost: -m.MacroAccuracy.Mean)).OrderByDescending(f => f.Lost).Take(Shown))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {problem.Names[named[index]]} | {lost:F4} |\n");
        }

        return text.ToString();
    }

    private IDataView Load(int[] texts, int features, Func<MLNetRow, MLNetRow> map) => _context.Data.LoadFromEnumerable(
        texts.Where(t => problem.Targets[t] >= 0).Select(t => map(MLNetRow.Of(problem, t, groups[t]))), MLNetRow.Schema(problem.Classes, features));

    private static MLNetRow Only(MLNetRow row, int[] kept)
    {
        var items = row.Features.Items().Select(f => (At: Array.BinarySearch(kept, f.Key), f.Value)).Where(f => f.At >= 0).ToArray();
        return new()
        {
            Label = row.Label,
            Weight = row.Weight,
            Group = row.Group,
            Features = new(kept.Length, items.Length, [.. items.Select(f => f.Value)], [.. items.Select(f => f.At)]),
        };
    }
}
