using Fraud.Corpora;
using Fraud.Evaluating;
using Fraud.Testing;

namespace Fraud.Tests.Evaluating;

/// <summary>The committed weights, on writers nothing was ever learned from.</summary>
public class UnreadTests
{
    private static readonly string Corpus = Path.Combine(Repo.Models, "pitch", "corpus");
    private static readonly IReadOnlyList<LabelledPost> Unread = CorpusReader.ReadFolder(Path.Combine(Corpus, "unread"));

    [Fact]
    public void Unread_posts_are_told_apart_and_raise_no_alarm()
    {
        var figures = Evaluations.Of(Evaluations.Score(Assessor.Load(Repo.Models), Unread), _ => []);

        Assert.True(figures.MacroF1 >= 0.95, $"macro-F1 {figures.MacroF1:F3}");
        Assert.True(figures.ScamF1 >= 0.975, $"scam F1 {figures.ScamF1:F3}");
        Assert.True(figures.FalseAlerts <= 0.01, $"false alerts {figures.FalseAlerts:F3}");
    }

    [Fact]
    public void They_share_no_writer_and_no_text_with_the_corpus()
    {
        var corpus = CorpusReader.ReadFolder(Corpus);

        Assert.True(Unread.Count >= 1000);
        Assert.Empty(Unread.Select(p => p.Writer).Intersect(corpus.Select(p => p.Writer)));
        Assert.Empty(Unread.Select(p => p.Text).Intersect(corpus.Select(p => p.Text)));
    }
}
