using Fraud.Corpora;
using Fraud.Evaluating;
using Fraud.Findings;

namespace Fraud.Learn.Tests.Evaluating;

public class EvaluationTests
{
    [Fact]
    public void Precision_and_recall_count_the_right_posts()
    {
        var evaluation = new Evaluation([Judge(PitchLabel.Hoarding, PitchLabel.Hoarding), Judge(PitchLabel.Hoarding, PitchLabel.News), Judge(PitchLabel.News, PitchLabel.Hoarding)]);
        var hoarding = evaluation.Labels[(int)PitchLabel.Hoarding];

        Assert.Equal((0.5, 0.5, 0.5), (hoarding.Precision, hoarding.Recall, hoarding.F1));
    }

    [Fact]
    public void A_scam_given_another_scam_label_counts_as_a_scam()
    {
        var evaluation = new Evaluation([Judge(PitchLabel.Hoarding, PitchLabel.YieldMlm), Judge(PitchLabel.News, PitchLabel.Warning)]);

        Assert.Equal((1.0, 0.0), (evaluation.BinaryF1, evaluation.Accuracy));
    }

    [Fact]
    public void Certainty_that_is_wrong_half_the_time_is_badly_calibrated()
    {
        var evaluation = new Evaluation([Judge(PitchLabel.News, PitchLabel.News), Judge(PitchLabel.Satire, PitchLabel.News)]);

        Assert.Equal(0.5, evaluation.CalibrationError, 3);
    }

    [Fact]
    public void Nothing_judged_gives_zeros()
    {
        var evaluation = new Evaluation([]);

        Assert.Equal((0, 0.0, 0.0), (evaluation.Count, evaluation.MacroF1, evaluation.RiskPrArea));
    }

    private static Judged Judge(PitchLabel right, PitchLabel given)
    {
        var labels = new float[PitchLabels.Count];
        labels[(int)given] = 1;
        return new(new LabelledPost { Id = "1", Family = "f", Author = "w/p", Label = right, Language = "en", Text = "t" }, labels, null);
    }
}
