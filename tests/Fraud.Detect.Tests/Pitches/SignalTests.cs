using System.Text.Json;
using Fraud.Testing;

namespace Fraud.Tests.Pitches;

public class SignalTests
{
    public static TheoryData<string, string, bool> Examples()
    {
        var data = new TheoryData<string, string, bool>();
        using var json = JsonDocument.Parse(File.ReadAllText(Repo.TestFile("Fraud.Detect.Tests", "Pitches", "signals.json")));
        foreach (var signal in json.RootElement.EnumerateArray())
        {
            foreach (var (name, expected) in new[] { ("fires", true), ("silent", false) })
            {
                foreach (var text in signal.GetProperty(name).EnumerateArray())
                {
                    data.Add(signal.GetProperty("code").GetString()!, text.GetString()!, expected);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_signal_fires_on_its_examples_and_is_silent_on_the_others(string code, string text, bool expected)
    {
        Assert.Equal(expected, Words.Signals(text).Contains(code));
    }

    [Theory]
    [InlineData("囤一点吧。词元很贵", "L01")]
    [InlineData("囤货的时候我先去了一趟超市词元", "L01")]
    public void Steps_of_one_wording_must_stand_close_and_in_one_sentence(string text, string code)
    {
        Assert.DoesNotContain(code, Words.Signals(text));
    }

    [Fact]
    public void Every_signal_has_a_dotted_id_both_reasons_and_a_known_strength()
    {
        string[] strengths = ["strong", "medium", "weak", "negating"];
        Assert.All(Words.Lexicon.Signals, s =>
        {
            Assert.Matches("^[a-z]+(\\.[a-z]+)+$", s.Id);
            Assert.True(s.Reason.En.Length > 0 && s.Reason.Zh.Length > 0 && s.Terms.Count > 0);
            Assert.Contains(s.Strength, strengths);
        });
    }

    [Fact]
    public void Ids_and_codes_of_signals_are_unique()
    {
        Assert.Equal(Words.Lexicon.Signals.Count, Words.Lexicon.Signals.Select(s => s.Id).Distinct().Count());
        Assert.Equal(Words.Lexicon.Signals.Count, Words.Lexicon.Signals.Select(s => s.Code).Distinct().Count());
    }

    [Fact]
    public void Every_term_is_written_as_the_views_write_it()
    {
        // A term in capitals, full width or traditional characters could never be found
        var terms = Words.Lexicon.Signals.SelectMany(s => s.Terms).Concat(File.ReadLines(Path.Combine(Repo.Models, "pitch", "lexicon.tsv")).Where(l => l[0] != '#').SelectMany(l => l.Split('\t')[1].Split('|')));

        Assert.DoesNotContain(terms, t => Canonical.Views.Of(t).Canonical.ToString() != t);
    }

    [Fact]
    public void A_signal_leads_back_to_the_original_words()
    {
        var read = Words.Read("好消息：屯 偷 啃 就对了");
        var hit = read.Signals.Items.ToArray().First(h => Words.Lexicon.Signals[h.Value].Id == "scam.hoarding.stockup");

        Assert.Equal(new Fraud.Text.TextSpan(4, 9), read.View.ToOriginal(hit.Start, hit.End));
    }
}
