using System.Text;
using Fraud.Collect.Crawling;
using Fraud.Posts;

namespace Fraud.Collect.Tests.Crawling;

public class FingerprintTests
{
    private const string Text = "Selling a large pack of tokens at a third of the official price, with a warranty of thirty days, delivered at once to your own account; write to me on the usual channel for the list of models and prices. Many buyers were content so far.";

    [Fact]
    public void Markup_scripts_and_white_space_do_not_count() =>
        Assert.Equal(Fingerprints.Of(Text), Fingerprints.Of($"<html><script>var x = 'token {Guid.Empty}';</script><style>p{{}}</style><!-- a > b --><p class='a'>{Text.Replace(" ", "\n  ", StringComparison.Ordinal)}</p>"));

    [Fact]
    public void Another_number_is_another_text_but_alike()
    {
        var (a, b) = (Fingerprints.Of(Text + " page 5 of 900")!.Value, Fingerprints.Of(Text + " page 6 of 900")!.Value);

        Assert.NotEqual(a.TextHash, b.TextHash);
        Assert.True(a.IsAlike(b.SimHash));
    }

    [Fact]
    public void Other_words_are_not_alike() => Assert.False(Fingerprints.Of(Text)!.Value.IsAlike(Fingerprints.Of(string.Join(' ', Text.Split(' ').Reverse()))!.Value.SimHash));

    [Fact]
    public void Chinese_counts_by_the_character()
    {
        Assert.Null(Fingerprints.Of("词元半价"));
        Assert.NotNull(Fingerprints.Of("出一批词元包内部渠道三折转手就赚"));
    }

    // Stores hold fingerprints of pages seen long ago
    [Theory]
    [InlineData("Selling A1 tokens, cheap-ish: 12,5 for 3x; Ünïcode stays WHOLE and 词元half价 splits. ok", 8645668278551944587, 1975752026322955199)]
    [InlineData("<p>出一批词元包</p><p>内部渠道三折 2026年 转手就赚 GPT4o\uD83D\uDE00 x9 ９</p>", -6353398069222590417, 5210701267494229753)]
    public void A_text_keeps_its_fingerprint(string text, long hash, long simHash) => Assert.Equal(new PageFingerprint(hash, simHash), Fingerprints.Of(text));

    [Fact]
    public void Alike_pages_share_a_band()
    {
        var print = new PageFingerprint(0, 0x0123_4567_89AB_CDEF);
        var near = new PageFingerprint(0, print.SimHash ^ (1L << 63) ^ (1L << 17) ^ 1);

        Assert.True(print.IsAlike(near.SimHash));
        Assert.Contains(Enumerable.Range(0, 4), i => print.Band(i) == near.Band(i));
    }

    [Fact]
    public void Anything_at_all_is_read_in_linear_time()
    {
        var chance = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[chance.Next(400)];
            chance.NextBytes(bytes);
            Fingerprints.Of(Encoding.Unicode.GetString(bytes));
        }

        Fingerprints.Of(string.Concat(Enumerable.Repeat("<script", 200_000)));
        Fingerprints.Of(string.Concat(Enumerable.Repeat("<!--", 200_000)));
    }
}
