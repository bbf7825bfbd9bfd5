using Fraud.Testing;
using Fraud.Tests.Pitches;

namespace Fraud.Tests;

public class FuzzTests
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(20);
    private readonly FuzzPosts _posts = new([.. CorpusTexts.All().Where((_, i) => i % 20 == 0)], new Random(20261122));
    private readonly FuzzCheck _check = new(Scoring.Assessor);

    [Fact]
    public void Hostile_posts_are_answered_soundly()
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Most / 3)
        {
            Assert.Null(_check.Fault(_posts.Next()));
        }
    }

    [Fact]
    public void A_megabyte_costs_no_more_a_character_than_ten_kilobytes()
    {
        var start = TimeProvider.System.GetTimestamp();
        foreach (var piece in FuzzPosts.Pieces.TakeWhile(_ => TimeProvider.System.GetElapsedTime(start) < Most / 2))
        {
            var text = FuzzCheck.Megabyte(piece);
            Assert.True(_check.Growth(text) < 8, $"repeats of {piece.Length} units from U+{(int)piece[0]:X4}");
        }
    }
}
