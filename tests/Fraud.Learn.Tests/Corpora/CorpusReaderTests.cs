using Fraud.Corpora;
using Fraud.Findings;
using Fraud.Testing;

namespace Fraud.Tests.Corpora;

public class CorpusReaderTests
{
    private const string Line = """{"id":"a-1","family":"a-f","author":"a/aunt","label":"hoarding","lang":"zh-Hans","platform":"weibo","stance":"offer","text":"看 {{key:openai-proj}}"}""";

    [Fact]
    public void A_line_is_read_with_its_key_place_filled()
    {
        var post = Read(Line)[0];

        Assert.Equal((PitchLabel.Hoarding, Stance.Offer, "a"), (post.Label, post.Stance, post.Writer));
        Assert.Matches("^看 sk-proj-[A-Za-z0-9]{74}T3BlbkFJ[A-Za-z0-9]{74}$", post.Text);
    }

    [Fact]
    public void Equal_posts_get_equal_keys_and_other_posts_others()
    {
        var posts = Read(Line, Line, Line.Replace("a-1", "a-2", StringComparison.Ordinal));

        Assert.Equal(posts[0].Text, posts[1].Text);
        Assert.NotEqual(posts[0].Text, posts[2].Text);
    }

    [Fact]
    public void Reserved_domains_become_varied_ones_and_stay_the_same_within_a_post()
    {
        var line = Line.Replace("看 {{key:openai-proj}}", "pay at https://kimi.example.com/top-up or EXAMPLE.com, not example.org; examples.comfort", StringComparison.Ordinal);
        var texts = Read(line, line.Replace("a-1", "a-2", StringComparison.Ordinal)).Select(p => p.Text).ToList();

        Assert.All(texts, t => Assert.Matches(@"^pay at https://kimi\.([a-z0-9.]+)/top-up or \1, not (?!\1)[a-z0-9.]+; examples\.comfort$", t));
        Assert.NotEqual(texts[0], texts[1]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"id":"a","text":"x"}""")]
    [InlineData("""{"id":"a","label":"nonsense","text":"x"}""")]
    [InlineData("[]")]
    public void A_line_that_is_no_labelled_post_is_named(string line)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read(Line, line));

        Assert.Contains("line 2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_with_names_behind_are_labels_too()
    {
        Assert.Equal(PitchLabel.Warning, Read(Line.Replace("\"hoarding\"", "\"N4_PSA_VICTIM_QUESTION\"", StringComparison.Ordinal))[0].Label);
    }

    [Fact]
    public void The_corpus_of_the_repository_is_whole()
    {
        var posts = CorpusReader.ReadFolder(Path.Combine(Repo.Models, "pitch", "corpus"));

        Assert.Equal(posts.Count, posts.Select(p => p.Id).Distinct().Count());
        Assert.All(PitchLabels.All, l => Assert.True(posts.Count(p => p.Label == l) >= 100, l.Id()));
        Assert.DoesNotContain(posts, p => p.Text.Contains("{{", StringComparison.Ordinal) && p.Text.Contains("key:", StringComparison.Ordinal));
    }

    private static IReadOnlyList<LabelledPost> Read(params string[] lines)
    {
        var path = Path.Combine(Path.GetTempPath(), $"corpus-{Environment.ProcessId}-{Some.Number()}.jsonl");
        File.WriteAllLines(path, lines);
        try
        {
            return CorpusReader.ReadFile(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
