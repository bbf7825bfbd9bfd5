using Fraud.Evaluating;
using Fraud.Findings;
using Fraud.Tests.Training;

namespace Fraud.Tests.Evaluating;

public class EvaluatorTests
{
    [Fact]
    public void Figures_of_a_small_set_are_as_counted_by_hand()
    {
        var figures = Evaluator.Evaluate(
            [
                Scored(PitchLabel.Hoarding, PitchLabel.Hoarding, Verdict.Alert),
                Scored(PitchLabel.Hoarding, PitchLabel.News, Verdict.Clear),
                Scored(PitchLabel.News, PitchLabel.News, Verdict.Clear),
                Scored(PitchLabel.News, PitchLabel.Hoarding, Verdict.Alert),
                Scored(PitchLabel.News, PitchLabel.News, Verdict.Clear),
            ],
            new Random(1));

        Assert.Equal(((2 * 0.5 * 0.5) + (2 * 2.0 / 3 * 2 / 3 / (4.0 / 3))) / 2, figures.MacroF1, 6);
        Assert.Equal(0.5, figures.ScamF1, 6);
        Assert.Equal(1.0 / 3, figures.FalseAlerts, 6);
        Assert.Equal(1, figures.Confusion[(int)PitchLabel.Hoarding][(int)PitchLabel.News]);
    }

    [Fact]
    public void Perfect_scores_give_ones_and_no_calibration_error()
    {
        var posts = PitchLabels.All.SelectMany(l => Enumerable.Repeat(Scored(l, l, Verdict.Clear, 1f), 3)).ToArray();
        var figures = Evaluator.Evaluate(posts, new Random(1));

        Assert.Equal((1.0, 1.0, 1.0), (figures.MacroF1, figures.ScamF1, figures.RiskPrAuc));
        Assert.Equal(0, figures.CalibrationError, 6);
    }

    [Fact]
    public void Certainty_that_is_half_wrong_is_half_a_calibration_error()
    {
        ScoredPost[] posts = [Scored(PitchLabel.News, PitchLabel.News, Verdict.Clear, 1f), Scored(PitchLabel.News, PitchLabel.Satire, Verdict.Clear, 1f)];

        Assert.Equal(0.5, Evaluator.Evaluate(posts, new Random(1)).CalibrationError, 6);
    }

    [Fact]
    public void Precision_when_scams_are_rare_weighs_false_alerts_by_the_many_benign_posts()
    {
        var figures = Evaluator.Evaluate(
            [
                Scored(PitchLabel.Hoarding, PitchLabel.Hoarding, Verdict.Alert),
                Scored(PitchLabel.News, PitchLabel.News, Verdict.Clear),
                Scored(PitchLabel.News, PitchLabel.Hoarding, Verdict.Review),
            ],
            new Random(1));

        Assert.Equal(1, figures.AlertPrecisionWhenRare, 6);
        Assert.Equal(0.02 / (0.02 + (0.98 / 2)), figures.QueuePrecisionWhenRare, 6);
    }

    [Fact]
    public void No_posts_give_zeros_instead_of_a_fault()
    {
        Assert.Equal(0, Evaluator.Evaluate([], new Random(1)).MacroF1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_disguise_changes_a_text_it_is_meant_for_and_never_faults(string name)
    {
        var disguise = Disguises.All.Single(d => d.Name == name);

        Assert.NotEqual("", disguise.Apply("囤词元，转手就赚，buy tokens with key 123 刀", new Random(1)));
        Assert.NotEqual("囤词元，转手就赚，buy tokens with key 123 刀", disguise.Apply("囤词元，转手就赚，buy tokens with key 123 刀", new Random(1)));
        Assert.Equal("", disguise.Apply("", new Random(1)));
    }

    public static TheoryData<string> Names() => [.. Disguises.All.Select(d => d.Name)];

    [Fact]
    public void Figures_are_written_with_every_label()
    {
        var text = EvaluationText.Write(Evaluator.Evaluate([Scored(PitchLabel.News, PitchLabel.News, Verdict.Clear)], new Random(1)));

        Assert.Contains("| news | 1 | 1.000 | 1.000 | 1.000 |", text, StringComparison.Ordinal);
    }

    private static ScoredPost Scored(PitchLabel truth, PitchLabel given, Verdict verdict, float score = 0.9f)
    {
        var labels = new float[PitchLabels.Count];
        Array.Fill(labels, (1 - score) / (labels.Length - 1));
        labels[(int)given] = score;
        return new(SomePosts.Of(truth), given, labels, verdict);
    }
}
