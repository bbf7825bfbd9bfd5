using Fraud.Pitches;
using Fraud.Testing;

namespace Fraud.Tests.Pitches;

public class ClassifierTests
{
    [Fact]
    public void Scoring_does_not_allocate()
    {
        var scorer = Scoring.Classifier.CreateScorer();
        var builder = new Fraud.Canonical.TextViewsBuilder(Canonical.Views.Tables);
        var text = string.Concat(Enumerable.Repeat("屯点偷啃，“三折”进货，dm me for claude keys 🔑。", 20));

        Assert.Equal(0, Memory.LeastTaken(() => scorer.Score(builder.Build(text), PitchHints.None)));
    }

    [Fact]
    public void A_text_scores_the_same_whatever_was_scored_before()
    {
        var scorer = Scoring.Classifier.CreateScorer();
        var builder = new Fraud.Canonical.TextViewsBuilder(Canonical.Views.Tables);
        var first = scorer.Score(builder.Build("月入过万，躺赚，日息2%"), PitchHints.None).Labels.ToArray();
        scorer.Score(builder.Build(string.Concat(Enumerable.Repeat("随便写点别的 some other words ", 100))), PitchHints.None);

        Assert.Equal(first, scorer.Score(builder.Build("月入过万，躺赚，日息2%"), PitchHints.None).Labels);
    }

    [Fact]
    public void The_table_finds_every_key_and_no_other()
    {
        uint[] keys = [1, 2, 3, 0x9E3779B1, uint.MaxValue];
        var rows = Enumerable.Range(0, keys.Length * PitchShape.Labels).Select(i => (sbyte)(i / PitchShape.Labels)).ToArray();
        var table = new WeightTable(keys, rows);

        Assert.All(keys, k => Assert.True(table.Find(k) >= 0));
        Assert.All(Enumerable.Range(100, 5000), k => Assert.Equal(-1, table.Find((uint)k)));
    }

    [Fact]
    public void Saved_weights_read_back_the_same_and_are_named_by_their_bytes()
    {
        var path = Path.Combine(Path.GetTempPath(), $"weights-{Some.Number()}.bin");
        Scoring.Classifier.Weights.Save(path);
        var read = PitchWeights.Load(path);
        File.Delete(path);

        Assert.Equal(Scoring.Classifier.Name, read.Name);
        Assert.Equal(Scoring.Classifier.Weights.Rows, read.Rows);
    }

    [Fact]
    public void Weights_of_other_words_are_refused()
    {
        var other = Scoring.Classifier.Weights with { LexiconHash = "0" };

        Assert.Throws<InvalidDataException>(() => new PitchClassifier(Words.Lexicon, other));
    }

    [Fact]
    public void A_file_that_is_no_weights_file_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => PitchWeights.Load(Path.Combine(Repo.Models, "pitch", "lexicon.tsv")));
    }
}
