using Fraud.Corpora;
using Fraud.Testing;
using Fraud.Training;

namespace Fraud.Learn.MLNet.Tests;

/// <summary>The engines solve the same problem: weights of either trainer, in one scorer.</summary>
public class ParityTests
{
    private static readonly PitchDetectors Detectors = PitchDetectors.Load(Repo.Models);
    private static readonly LabelledPost[] Posts = [.. CorpusReader.ReadFolder(Path.Combine(Repo.Models, "pitch", "corpus")).Where((_, i) => i % 40 == 0)];

    [Fact]
    public void Both_trainers_judge_unseen_posts_alike()
    {
        var own = Score(new());
        var other = Score(new() { Linear = MLNetTraining.CreateTrainer() });

        var alike = own.Zip(other).Count(p => Best(p.First) == Best(p.Second));
        Assert.InRange(alike / (double)own.Count, 0.98, 1);
        Assert.InRange(own.Zip(other).Average(p => p.First.Zip(p.Second).Average(l => Math.Abs(l.First - l.Second))), 0, 0.1);
    }

    [Fact]
    public void Equal_posts_give_equal_weights() =>
        Assert.Equal(Score(new() { Linear = MLNetTraining.CreateTrainer() }), Score(new() { Linear = MLNetTraining.CreateTrainer() }));

    // Every fourth post is held out
    private static List<float[]> Score(TrainingOptions options)
    {
        var set = new PitchTrainer(Detectors, options).Read(Posts);
        int[] held = [.. Enumerable.Range(0, Posts.Length).Where(i => i % 4 == 0)];
        var logits = new HeldOut(Detectors, options).Score(set, [held], null, TestContext.Current.CancellationToken);
        return [.. held.Select(i => logits[i])];
    }

    private static int Best(float[] logits) => Array.IndexOf(logits, logits.Max());
}
