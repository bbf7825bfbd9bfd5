using Fraud.Pitches;

namespace Fraud.Tests.Pitches;

public class ReadingTests
{
    [Theory]
    [InlineData("他说“囤词元”你信吗", 2, 7)]
    [InlineData("「稳賺」", 0, 4)]
    [InlineData("say \"buy now\" twice", 4, 13)]
    public void What_stands_in_quotation_marks_belongs_to_somebody_else(string text, int start, int end)
    {
        var quoted = Words.Read(text).Quoted;

        Assert.Equal(Enumerable.Range(0, quoted.Length).Where(i => i >= start && i < end), Enumerable.Range(0, quoted.Length).Where(i => Words.Read(text).Quoted[i] == 1));
    }

    [Theory]
    [InlineData("群里有人说:三折出额度\n你们信吗", 6, 11)]
    [InlineData("骗子原话:\n放半年翻倍\n别上当", 6, 11)]
    [InlineData("he wrote: buy now", 10, 17)]
    [InlineData("价格:三折", 0, 0)]
    [InlineData("收到:", 0, 0)]
    public void What_follows_a_word_of_saying_and_a_colon_belongs_to_somebody_else(string text, int start, int end)
    {
        var quoted = Words.Read(text).Quoted.ToArray();

        Assert.Equal(Enumerable.Range(start, end - start), Enumerable.Range(0, quoted.Length).Where(i => quoted[i] == 1));
    }

    [Theory]
    [InlineData("an open “quote")]
    [InlineData("5\" screen")]
    public void A_quotation_mark_without_its_partner_quotes_nothing(string text)
    {
        Assert.DoesNotContain((byte)1, Words.Read(text).Quoted.ToArray());
    }

    [Theory]
    [InlineData("出额度\n", 130, 3)]
    [InlineData("出额度\n", 60, 0)]
    [InlineData("出额度,", 130, 0)]
    [InlineData("\n", 130, 0)]
    public void The_title_is_the_first_line_of_a_long_text(string first, int following, int units)
    {
        Assert.Equal(units, Words.Read(first + new string('雨', following)).TitleUnits);
    }

    [Fact]
    public void Numbers_of_one_size_are_one_unit_and_years_are_their_own()
    {
        Assert.Equal(Unit("12"), Unit("99"));
        Assert.NotEqual(Unit("12"), Unit("123"));
        Assert.NotEqual(Unit("1.5"), Unit("15"));
        Assert.NotEqual(Unit("2026"), Unit("9999"));
    }

    [Fact]
    public void A_key_like_string_is_a_marker_whatever_it_holds()
    {
        Assert.Equal(UnitReader.KeyLike, Unit("sk-" + string.Concat(Enumerable.Repeat("a1b2", 8))));
    }

    [Fact]
    public void A_term_in_letters_needs_word_borders_unless_it_is_open()
    {
        var trie = new TermTrie([("key", 1), ("token*", 2), ("词元", 3)]);
        var hits = new HitList();
        trie.Find("keys key monkey tokenizer 买词元吧", ref hits);

        Assert.Equal([(1, 5), (2, 16), (3, 27)], hits.Items.ToArray().Select(h => (h.Value, h.Start)));
    }

    [Fact]
    public void Hostile_text_is_read_without_a_fault()
    {
        var scorer = Scoring.Classifier.CreateScorer();
        var views = new Fraud.Canonical.TextViewsBuilder(Canonical.Views.Tables);
        for (var seed = 0; seed < 20_000; seed++)
        {
            var scores = scorer.Score(views.Build(Canonical.AnyText.Make(seed)), PitchHints.None);
            Assert.InRange(scores.Labels.Sum(), 0.999f, 1.001f);
        }
    }

    private static uint Unit(string text) => Words.Read(text).Units.Hashes[0];
}
