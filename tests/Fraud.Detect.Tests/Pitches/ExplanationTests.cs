using Fraud.Findings;

namespace Fraud.Tests.Pitches;

public class ExplanationTests
{
    // Every fourth post: the fuzz run of the benchmarks takes them all
    [Fact]
    public void Weights_add_up_to_the_log_odds_on_the_posts_of_the_corpus()
    {
        var explained = CorpusTexts.All().Where((_, i) => i % 4 == 0).Select(t => Scoring.Assess(t)).Where(a => a.Findings.Count > 0);

        Assert.All(explained, a => Assert.Equal(a.LogOdds, a.Findings.Sum(f => f.Weight), 1e-3));
    }

    [Fact]
    public void Whatever_is_not_clear_is_explained_in_both_languages()
    {
        var flagged = CorpusTexts.All().Where((_, i) => i % 16 == 1).Select(t => Scoring.Assess(t)).Where(a => a.Verdict != Verdict.Clear);

        Assert.All(flagged, a => Assert.Contains(a.Findings, f => f.Rule == Finding.Rest));
        Assert.All(flagged.SelectMany(a => a.Findings), f => Assert.True(f.Reason is { En.Length: > 0, Zh.Length: > 0 }));
    }

    [Fact]
    public void A_signal_said_twice_weighs_as_much_as_said_once()
    {
        var once = Weight("囤词元，稳赚，私我");
        var twice = Weight("囤词元，稳赚，稳赚，私我");

        Assert.InRange(twice, once - 0.35, once + 0.35);
    }

    private static double Weight(string text) => Scoring.Assess(text).Findings.Where(f => f.Rule == "scam.guarantee.profit").Sum(f => f.Weight);
}
