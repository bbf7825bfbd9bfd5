using Fraud.Canonical;
using Fraud.Corpora;
using Fraud.Findings;
using Fraud.Pitches;
using Fraud.Policies;
using Fraud.Training;

namespace Fraud.Evaluating;

/// <summary>Scores of posts by models that did not see their part, clean and in every disguise, calibrated together at the end.</summary>
public sealed class HeldOutScores(PitchDetectors detectors, Policy policy)
{
    private readonly List<(LabelledPost Post, float[] Logits, bool Chinese, IReadOnlyList<KeyFinding> Keys, string Disguise)> _scores = [];

    /// <summary>Temperatures of Chinese and of other text, fitted on the clean posts.</summary>
    public float[] Temperatures => [Fit(chinese: true), Fit(chinese: false)];

    /// <summary>Scores the posts of a part by a classifier that did not see them.</summary>
    public void Add(TrainingSet set, IReadOnlyList<int> part, PitchClassifier classifier, bool disguised)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(classifier);
        var scorer = classifier.CreateScorer();
        var views = new TextViewsBuilder(detectors.Tables);
        foreach (var i in part)
        {
            var post = set.Posts[i];
            Score(scorer, views, post, post.Text, "");
            foreach (var disguise in disguised ? Disguises.All : [])
            {
                Score(scorer, views, post, disguise.Apply(post.Text, StableHash.ChanceOf(post.Id)), disguise.Name);
            }
        }
    }

    /// <summary>The posts in one disguise, "" for none, with calibrated probabilities and verdicts.</summary>
    public IReadOnlyList<ScoredPost> Posts(string disguise)
    {
        var temperatures = Temperatures;
        return [.. _scores.Where(s => s.Disguise == disguise).Select(s => Scored(s.Post, s.Logits, temperatures[s.Chinese ? 0 : 1], s.Keys))];
    }

    private void Score(PitchScorer scorer, TextViewsBuilder builder, LabelledPost post, string text, string disguise)
    {
        var views = builder.Build(text);
        var keys = detectors.Keys.Scan(text);
        var scores = scorer.Score(views, detectors.Hints(views, post.PostedOn));
        _scores.Add((post, [.. scores.Logits], scorer.IsChinese, keys, disguise));
    }

    private float Fit(bool chinese) =>
        Temperature.Fit([.. _scores.Where(s => s.Disguise.Length == 0 && s.Chinese == chinese).Select(s => (s.Logits, (int)s.Post.Label))]);

    private ScoredPost Scored(LabelledPost post, float[] logits, float temperature, IReadOnlyList<KeyFinding> keys)
    {
        var labels = new float[logits.Length];
        var label = PitchScorer.Decide(logits, temperature, labels);
        return new(post, label, labels, policy.Decide(label, labels, keys, ""));
    }
}
