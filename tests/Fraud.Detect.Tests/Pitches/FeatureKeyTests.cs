using Fraud.Pitches;

namespace Fraud.Tests.Pitches;

public class FeatureKeyTests
{
    private static int Hints { get; } = Enum.GetValues<PitchHint>().Length;

    [Fact]
    public void No_two_ideas_signals_or_facts_share_a_key()
    {
        bool[] whose = [false, true];
        uint[] keys =
        [
            .. whose.SelectMany(q => Enumerable.Range(0, Words.Lexicon.Ideas.Count).Select(i => FeatureWalk.IdeaKey(i, q))),
            .. whose.SelectMany(q => Enumerable.Range(0, Words.Lexicon.Signals.Count).Select(i => FeatureWalk.SignalKey(i, q))),
            .. Enumerable.Range(0, Hints).Select(FeatureWalk.HintKey),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void A_key_is_of_one_kind_in_every_text_of_the_corpus()
    {
        var kinds = new Kinds([], []);
        foreach (var text in CorpusTexts.All().Where((_, i) => i % 20 == 0))
        {
            FeatureWalk.Walk(Words.Read(text), PitchHints.None.With(PitchHint.Offer), ref kinds);
        }

        // Two of half a million 32-bit keys may meet by chance
        Assert.InRange(kinds.Torn.Count, 0, kinds.Of.Count / 50_000);
    }

    [Fact]
    public void A_character_of_the_author_and_one_of_somebody_else_are_two_features()
    {
        var signs = string.Concat(Enumerable.Range('!', 15).Select(i => (char)i).Where(c => c is not '"' and not '\''));
        var own = Units(signs);
        var quoted = Units($"“{signs}”");

        Assert.Empty(quoted.Except(Units("“”")).Intersect(own));
    }

    [Fact]
    public void Every_part_of_a_title_is_a_part_of_the_text()
    {
        var text = Words.Read("出 codex 额度\n" + string.Concat(Enumerable.Repeat("今天下雨了", 40)));
        var (all, title) = (new Kinds([], []), new Kinds([], []));

        FeatureWalk.Walk(text, PitchHints.None, ref all);

        Assert.True(FeatureWalk.WalkTitle(text, ref title) > 0);
        Assert.Subset(all.Of.Keys.ToHashSet(), title.Of.Keys.ToHashSet());
    }

    private static uint[] Units(string text)
    {
        var kinds = new Kinds([], []);
        FeatureWalk.Walk(Words.Read(text), PitchHints.None, ref kinds);
        return [.. kinds.Of.Keys];
    }

    private readonly struct Kinds(Dictionary<uint, FeatureGroup> of, List<uint> torn) : IFeatureSink
    {
        public Dictionary<uint, FeatureGroup> Of => of;

        public List<uint> Torn => torn;

        public void AddParts(scoped ReadOnlySpan<uint> keys, FeatureGroup group)
        {
            foreach (var key in keys)
            {
                AddWhole(key, group);
            }
        }

        public void AddWhole(uint key, FeatureGroup group)
        {
            if (!of.TryAdd(key, group) && of[key] != group)
            {
                torn.Add(key);
            }
        }
    }
}
