using Fraud.Corpora;
using Fraud.Evaluating;
using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>A whole training: figures on held-out writers, calibration from them, then weights from all posts. Equal corpus gives equal bytes.</summary>
public sealed class PitchTraining(PitchDetectors detectors, TrainingOptions options)
{
    /// <summary>Trains on all posts; every figure comes from models that saw nothing of the judged post's writer.</summary>
    public (PitchWeights Weights, IReadOnlyList<Judged> HeldOut) Run(IReadOnlyList<LabelledPost> posts, Action<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var trainer = new PitchTrainer(detectors, options);
        var set = trainer.Read(posts);
        var folds = HeldOut.ByWriter(posts);
        if (folds.Count < 2)
        {
            folds = HeldOut.ByFamily(posts, 5);
        }

        var logits = new HeldOut(detectors, options).Score(set, folds, f => progress?.Invoke(f * folds.Count / (folds.Count + 1)), cancellationToken);
        float[] temperatures = [Fit(posts, logits, chinese: true), Fit(posts, logits, chinese: false)];
        var weights = trainer.Train(set, [.. Enumerable.Range(0, posts.Count)], temperatures, cancellationToken);
        progress?.Invoke(1);
        return (weights, [.. posts.Select((p, i) => new Judged(p, SoftMax(logits[i], temperatures[IsChinese(p) ? 0 : 1]), null))]);
    }

    private static float Fit(IReadOnlyList<LabelledPost> posts, float[][] logits, bool chinese) =>
        Temperature.Fit([.. Enumerable.Range(0, posts.Count).Where(i => IsChinese(posts[i]) == chinese).Select(i => (logits[i], (int)posts[i].Label))]);

    private static bool IsChinese(LabelledPost post) => post.Language.StartsWith("zh", StringComparison.Ordinal);

    private static float[] SoftMax(float[] logits, float temperature)
    {
        var most = logits.Max();
        var powers = logits.Select(l => MathF.Exp((l - most) / temperature)).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(p => p / sum)];
    }
}
