using Fraud.Corpora;
using Fraud.Testing;
using Fraud.Training;
using Microsoft.ML;

namespace Fraud.Learn.MLNet.Tests;

/// <summary>The engines solve one problem, and one scorer serves both: the weights in full precision, before it is packed into bytes.</summary>
public class ParityTests
{
    private const int Judged = 5000;
    private static readonly PitchDetectors Detectors = PitchDetectors.Load(Repo.Models);
    private static readonly LabelledPost[] Posts = [.. CorpusReader.ReadFolder(Path.Combine(Repo.Models, "pitch", "corpus"))];

    [Fact]
    public void Our_scorer_gives_what_MLNet_gives_on_every_label_of_5000_posts()
    {
        var problem = Problem(Judged, learned: 20);
        var context = new MLContext(seed: 1);
        var models = MLNetTrainer.FitModels(context, problem, TestContext.Current.CancellationToken);
        var weights = MLNetTrainer.Layout(models, problem);
        var rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, Judged).Select(i => MLNetRow.Of(problem, i)).ToArray(), MLNetRow.Schema(problem.Classes, problem.FeatureCount));

        var given = models.Select(m => context.Data.CreateEnumerable<Scored>(m.Transform(rows), reuseRowObject: false).Select(s => s.Score).ToArray()).ToArray();

        Assert.Equal((problem.Classes, Judged), (given.Length, given[0].Length));
        Assert.All(Enumerable.Range(0, Judged), i => Assert.InRange(problem.Predict(weights, i).Select((score, k) => Math.Abs(score - given[k][i])).Max(), 0, 1e-5f));
    }

    [Fact]
    public void Both_trainers_reach_the_same_optimum()
    {
        var problem = Problem(400, learned: 1);

        var own = problem.Loss(new TrainingOptions().Linear.Fit(problem, TestContext.Current.CancellationToken));
        var other = problem.Loss(new MLNetTrainer().Fit(problem, TestContext.Current.CancellationToken));

        TestContext.Current.TestOutputHelper?.WriteLine($"loss: own {own:F4}, ML.NET {other:F4}");
        Assert.InRange(own / other, 0.999, 1.005);
    }

    [Fact]
    public void Equal_posts_give_equal_weights()
    {
        var problem = Problem(100, learned: 1);

        Assert.Equal(MLNetTraining.CreateTrainer().Fit(problem, TestContext.Current.CancellationToken), MLNetTraining.CreateTrainer().Fit(problem, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_comparison_names_learners_and_features()
    {
        var problem = Problem(200, learned: 1);

        var text = MLNetTraining.Compare(problem, [.. Spread(200).Select(i => Posts[i].Family)], TestContext.Current.CancellationToken);

        Assert.All(["| SDCA squared hinge, one against all |", "| L-BFGS maximum entropy |", "| SDCA maximum entropy |", "| averaged perceptron", "| signal ", "| fact "], t => Assert.Contains(t, text, StringComparison.Ordinal));
    }

    // One in so many is learned from
    private static TrainingProblem Problem(int posts, int learned)
    {
        var trainer = new PitchTrainer(Detectors, new());
        var chosen = Spread(posts);
        var read = trainer.Read([.. chosen.Select(i => Posts[i])]);
        return trainer.CreateProblem(read, [.. Enumerable.Range(0, posts)], Enumerable.Range(0, posts).Where(i => i % learned != 0).ToHashSet());
    }

    private static int[] Spread(int posts) => [.. Enumerable.Range(0, posts).Select(i => (int)((long)i * Posts.Length / posts))];

    private sealed class Scored
    {
        public float Score { get; set; }
    }
}
