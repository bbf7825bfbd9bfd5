using Fraud.Contracts;
using Fraud.Posts;
using Fraud.Storage.Posts;
using Fraud.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Fraud.Storage.Tests.Posts;

public sealed class PostMaskTests
{
    private static readonly SecretWordMasker Masker = new();

    [Fact]
    public void A_title_that_repeats_the_text_stays_its_head()
    {
        var masked = PostMask.Apply(Some.Post("secret:one two three") with { Title = "secret:one" }, Masker);
        Assert.Equal(new string('\u2022', 10) + " two three", masked.Body);
    }

    [Fact]
    public void Two_secrets_of_one_length_as_title_and_text_keep_two_lines()
    {
        var masked = PostMask.Apply(Some.Post("secret:twoo") with { Title = "secret:one" }, Masker);
        Assert.Equal("secret:one\nsecret:twoo".Length, masked.Body.Length);
        Assert.DoesNotContain("secret", masked.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_masker_that_changes_the_length_leaves_no_word()
    {
        var masked = PostMask.Apply(Some.Post("secret:one"), new Shortener());
        Assert.Equal(new string('\u2022', 10), masked.Text);
    }

    [Fact]
    public void Offsets_hold_for_any_title_and_text() => Prop.ForAll(Words().ToArbitrary(), Words().ToArbitrary(), (title, text) =>
    {
        var post = Some.Post(text) with { Title = title, Listing = new Listing { Price = 3, Currency = "CNY" } };
        var masked = PostMask.Apply(post, Masker).Body;
        var expected = Masker.Mask(post.Body);
        return masked.Length == expected.Length && masked.Replace('\u25E6', '\u2022') == expected;
    }).QuickCheckThrowOnFailure();

    private static Gen<string> Words() =>
        Gen.Elements("secret:a", "secret:b", " ", "x", "\n", "\u2022", "\uD83D\uDE00").ArrayOf().Select(string.Concat);

    private sealed class Shortener : Text.ISecretMasker
    {
        public string Mask(string text) => text.Replace("secret:one", "…", StringComparison.Ordinal);
    }
}
