using System.Text.Json;
using Fraud.Findings;
using Fraud.Testing;

namespace Fraud.Tests.Pitches;

public class ExplanationTests
{
    [Fact]
    public void Weights_add_up_to_the_log_odds_on_every_post_of_the_corpus()
    {
        var explained = Corpus().Select(t => Scoring.Assess(t)).Where(a => a.Findings.Count > 0);

        Assert.All(explained, a => Assert.Equal(a.LogOdds, a.Findings.Sum(f => f.Weight), 1e-3));
    }

    [Fact]
    public void Whatever_is_not_clear_is_explained_in_both_languages()
    {
        var flagged = Corpus().Where((_, i) => i % 7 == 0).Select(t => Scoring.Assess(t)).Where(a => a.Verdict != Verdict.Clear);

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

    private static IEnumerable<string> Corpus()
    {
        foreach (var line in Directory.GetFiles(Path.Combine(Repo.Models, "pitch", "corpus"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            using var post = JsonDocument.Parse(line);
            yield return post.RootElement.GetProperty("text").GetString()!;
        }
    }
}
