using Fraud.Review.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace Fraud.Review.Tests.Campaigns;

public sealed class TextSketchTests
{
    private const string Pitch = "囤词元就像早年囤比特币，内部渠道三折，转手就赚，名额有限，今天不上车明天就涨价，有意者私聊";

    [Theory]
    [InlineData("【置顶】" + Pitch + "！！！")]
    [InlineData("囤 词 元 就像早年囤比特币 内部渠道三折 转手就赚 名额有限 今天不上车明天就涨价 有意者私聊")]
    [InlineData(Pitch + " https://x.example/?ref=12345 @somebody")]
    [InlineData("囤词元就像早年囤比特币，内部渠道五折，转手就赚，名额有限，今天不上车明天就涨价，有意者加群")]
    public void A_reworked_copy_is_alike_and_shares_a_band(string copy)
    {
        Assert.True(Likeness(Pitch, copy) >= 0.5);
        Assert.NotEmpty(TextSketch.Bands(TextSketch.Sign(Pitch)).Intersect(TextSketch.Bands(TextSketch.Sign(copy))));
    }

    [Theory]
    [InlineData("新手也能参与的算力理财，每天返利百分之三，推荐朋友再拿一成佣金，随时提现，名额有限")]
    [InlineData("The tokenizer splits the prompt into tokens before the model reads it, and the context window limits how many.")]
    public void Another_text_is_not_alike(string other) => Assert.True(Likeness(Pitch, other) < 0.3);

    [Fact]
    public void Other_numbers_make_no_other_text() => Assert.Equal(1, Likeness("100 万 tokens 只要 9.9 元，量大从优，包售后，可验货", "250 万 tokens 只要 12.5 元，量大从优，包售后，可验货"));

    [Theory]
    [InlineData("")]
    [InlineData("token")]
    [InlineData("!!!???")]
    public void A_text_too_short_to_compare_is_like_nothing(string text)
    {
        Assert.Empty(TextSketch.Sign(text));
        Assert.Equal(0, Likeness(text, text));
    }

    // Sketches are stored: a change of the algorithm would part old cases from new ones
    [Fact]
    public void The_sketch_of_a_text_never_changes() =>
        Assert.Equal("8279", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(TextSketch.Sign(Pitch)))[..4]);

    [Fact]
    public void Any_text_gives_a_whole_sketch_or_none() => Prop.ForAll<string>(text => TextSketch.Sign(text ?? "").Length is 0 or 256).QuickCheckThrowOnFailure();

    private static double Likeness(string a, string b) => TextSketch.Likeness(TextSketch.Sign(a), TextSketch.Sign(b));
}
