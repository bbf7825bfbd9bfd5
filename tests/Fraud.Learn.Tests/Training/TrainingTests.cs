using Fraud.Findings;
using Fraud.Testing;
using Fraud.Training;

namespace Fraud.Tests.Training;

public class TrainingTests
{
    [Fact]
    public void Equal_corpora_give_equal_weights_to_the_byte()
    {
        Assert.Equal(TrainOnce(), TrainOnce());
    }

    [Fact]
    public void The_minimum_of_a_small_problem_has_no_slope_left()
    {
        var rows = FeatureRows.Build(
            [.. Enumerable.Range(0, 60).Select(i => new RawRow([(uint)(1 + (i % 3)), 9], [Fraud.Pitches.FeatureGroup.Idea, Fraud.Pitches.FeatureGroup.Idea], 30))],
            new TrainingOptions { Idea = 1, MinTexts = 2 });
        var objective = new HingeObjective(rows, [.. Enumerable.Range(0, 60).Select(i => i % 3)], [.. Enumerable.Repeat(1f, 60)], 3, 0.1);
        var minimum = Lbfgs.Minimize(objective);
        var slope = new float[objective.Size];
        objective.Evaluate(minimum, slope);

        Assert.All(slope, s => Assert.InRange(s, -0.5f, 0.5f));
    }

    [Fact]
    public void Words_of_a_title_count_once_more_at_a_share_of_what_the_title_alone_would_give()
    {
        var row = new RawRow([1, 2], [default, default], 100) { Title = [2], TitleParts = 30 };
        var values = FeatureRows.Build([row, row], new() { MinTexts = 2 }).Values[0];

        Assert.Equal(1 + (0.4 * Math.Sqrt(100.0 / 30)), values[1] / values[0], 4);
    }

    [Fact]
    public void The_gradient_agrees_with_differences()
    {
        var rows = FeatureRows.Build([new([1, 2], [default, default], 30), new([1, 2], [default, default], 40)], new() { MinTexts = 2 });
        var objective = new HingeObjective(rows, [0, 1], [1, 0.5f], 2, 0.2);
        var w = Enumerable.Range(0, objective.Size).Select(i => i % 16 < 2 ? 0.1f * (i % 5) : 0).ToArray();
        var (g, scratch) = (new float[w.Length], new float[w.Length]);
        objective.Evaluate(w, g);
        foreach (var i in new[] { 0, 1, 16, 17, 32, 33 })
        {
            var (up, down) = ((float[])w.Clone(), (float[])w.Clone());
            up[i] += 1e-2f;
            down[i] -= 1e-2f;
            Assert.Equal((objective.Evaluate(up, scratch) - objective.Evaluate(down, scratch)) / 2e-2, g[i], 2);
        }
    }

    [Fact]
    public void Overconfident_scores_get_a_temperature_above_one()
    {
        // Right two times in three, yet sure of itself every time
        var held = Enumerable.Range(0, 300).Select(i => (new float[] { 5, 0 }, i % 3 == 0 ? 1 : 0)).ToList();

        Assert.InRange(Temperature.Fit(held), 4.9f, 5.1f);
    }

    [Fact]
    public void Families_and_writers_are_never_split()
    {
        var posts = SomePosts.Every(7);
        var (byWriter, byFamily) = (HeldOut.ByWriter(posts, 4), HeldOut.ByFamily(posts, 5));

        Assert.Equal((4, posts.Length, posts.Length), (byWriter.Count, byWriter.Sum(p => p.Count), byFamily.Sum(p => p.Count)));
        AssertWhole(byWriter, i => posts[i].Writer);
        AssertWhole(byFamily, i => posts[i].Family);
    }

    [Fact]
    public void Posts_of_a_label_keep_their_stances()
    {
        var shares = StanceShares.Of(SomePosts.All);

        Assert.True(shares[((int)PitchLabel.Hoarding * 5) + (int)Stance.Offer] > 0.9);
        Assert.True(shares[((int)PitchLabel.News * 5) + (int)Stance.Report] > 0.9);
    }

    private static void AssertWhole(IReadOnlyList<IReadOnlyList<int>> parts, Func<int, string> group) =>
        Assert.All(parts.SelectMany((p, n) => p.Select(i => (Group: group(i), n))).GroupBy(p => p.Group), g => Assert.Single(g.Select(p => p.n).Distinct()));

    private static byte[] TrainOnce()
    {
        var trainer = new PitchTrainer(SomePosts.Detectors, new());
        var set = trainer.Read(SomePosts.Every(60));
        var path = Path.Combine(Path.GetTempPath(), $"weights-{Environment.ProcessId}-{Some.Number()}.bin");
        trainer.Train(set, [.. Enumerable.Range(0, set.Posts.Count)], [1, 1]).Save(path);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }
}
