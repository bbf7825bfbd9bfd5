using Fraud.Text;

namespace Fraud.Tests.Canonical;

public class TextViewsTests
{
    [Fact]
    public void An_untouched_text_shares_one_aligned_view()
    {
        var views = Views.Of("plain words 词元");

        Assert.True(views.Canonical.IsAligned);
        Assert.Same(views.Canonical, views.Joined);
        Assert.Same(views.Canonical, views.Homophone);
    }

    [Fact]
    public void A_span_leads_back_over_dropped_characters()
    {
        var views = Views.Of("to\u200Bk\u200Den 包");

        Assert.Equal(new TextSpan(0, 7), views.Canonical.ToOriginal(0, 5));
        Assert.Equal(new TextSpan(8, 9), views.Canonical.ToOriginal(6, 7));
    }

    [Fact]
    public void A_replaced_word_leads_back_to_all_of_its_source()
    {
        var view = Views.Of("屯偷啃吧").Homophone;

        Assert.Equal("囤token吧", view.ToString());
        Assert.Equal(new TextSpan(1, 3), view.ToOriginal(1, 6));
        Assert.Equal(new TextSpan(1, 3), view.ToOriginal(3, 4));
        Assert.Equal(new TextSpan(3, 4), view.ToOriginal(6, 7));
    }

    [Fact]
    public void An_emoji_that_becomes_a_word_leads_back_to_both_halves()
    {
        Assert.Equal(new TextSpan(1, 3), Views.Of("1🔪").Canonical.ToOriginal(1, 2));
    }

    [Fact]
    public void A_closed_gap_leads_back_to_the_letters_and_the_gap()
    {
        var joined = Views.Of("买 t.o.k.e.n 吧").Joined;

        Assert.Equal("买 token 吧", joined.ToString());
        Assert.Equal(new TextSpan(2, 11), joined.ToOriginal(2, 7));
    }

    [Fact]
    public void The_original_is_kept_with_its_password_signs()
    {
        Assert.Equal("￥AbC￥", Views.Of("￥AbC￥").Original);
    }

    [Theory]
    [InlineData("囤\u200B词\u200B元", 2, 0, 0)]
    [InlineData("①元①刀", 0, 2, 0)]
    [InlineData("Tоkеn and сlaude", 0, 0, 2)]
    public void Disguises_are_counted(string text, int invisibles, int substitutions, int mixedWords)
    {
        var traits = Views.Of(text).Traits;

        Assert.Equal((invisibles, substitutions, mixedWords), (traits.Invisibles, traits.Substitutions, traits.MixedWords));
    }

    [Theory]
    [InlineData("囤詞元，内部渠道稳赚", true)]
    [InlineData("囤詞元，內部渠道穩賺", false)]
    [InlineData("囤词元，内部渠道稳赚", false)]
    public void Mixing_of_scripts_shows_only_inside_one_text(string text, bool mixed)
    {
        Assert.Equal(mixed, Views.Of(text).Traits.ScriptMixing > 0);
    }

    [Fact]
    public void A_builder_gives_each_text_its_own_views()
    {
        var builder = new Fraud.Canonical.TextViewsBuilder(Views.Tables);
        builder.Build("ｔｏｋｅｎ　ｌｏｎｇ 屯 偷 啃");

        Assert.Equal("short", builder.Build("SHORT").Homophone.ToString());
    }

    [Fact]
    public void An_empty_text_has_empty_views()
    {
        Assert.Equal((0, 0), (Views.Of("").Canonical.Length, Views.Of("").Homophone.Length));
    }
}
