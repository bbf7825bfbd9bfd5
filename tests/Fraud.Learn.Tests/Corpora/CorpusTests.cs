using Fraud.Corpora;
using Fraud.Findings;

namespace Fraud.Learn.Tests.Corpora;

/// <summary>The corpus in the repository.</summary>
public class CorpusTests
{
    private static readonly IReadOnlyList<LabelledPost> Posts = CorpusReader.ReadFolder(Folder());

    [Fact]
    public void It_holds_at_least_two_thousand_posts_of_every_label_and_language()
    {
        Assert.True(Posts.Count >= 2000);
        Assert.All(PitchLabels.All, l => Assert.True(Posts.Count(p => p.Label == l) >= 100, l.Id()));
        Assert.Equal(["en", "zh-Hans", "zh-Hant"], Posts.Select(p => p.Language).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void At_least_two_posts_in_five_are_benign()
    {
        Assert.True(Posts.Count(p => !p.Label.IsRisk()) >= 0.4 * Posts.Count);
    }

    [Fact]
    public void Ids_and_texts_are_unique()
    {
        Assert.Empty(Posts.GroupBy(p => p.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Posts.GroupBy(p => p.Text).Where(g => g.Count() > 1).Select(g => g.First().Id));
    }

    [Fact]
    public void Key_places_are_filled_when_it_is_read()
    {
        Assert.DoesNotContain(Posts, p => p.Text.Contains("{{key:", StringComparison.Ordinal));
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Fraud.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "models", "pitch", "corpus");
    }
}
