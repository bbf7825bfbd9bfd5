using Fraud.Findings;
using Fraud.Testing;
using Fraud.Tests.Canonical;
using Fraud.Tests.Pitches;

namespace Fraud.Tests;

public class AssessorTests
{
    [Theory]
    [InlineData("手里有企业内部渠道的词元额度包，官方价三折，囤到年底翻几倍，没人接盘我包回收，想上车的私我", PitchLabel.Hoarding)]
    [InlineData("词元理财，投 5000 起，日息 1.2%，保本，推荐一位再拿 15%，三级都有", PitchLabel.YieldMlm)]
    [InlineData("Your API account is suspended. Confirm your card number and the one-time passcode within 30 minutes to avoid losing credits.", PitchLabel.Phishing)]
    [InlineData("$TOKN presale stage 2 ends tonight, price doubles at stage 3, 100x potential, buy before binance listing", PitchLabel.CoinPromo)]
    public void A_plain_pitch_raises_an_alert_under_its_label(string text, PitchLabel label)
    {
        var result = Scoring.Assess(text);

        Assert.Equal((Verdict.Alert, label), (result.Verdict, result.Label));
    }

    [Theory]
    [InlineData("今天天气不错，下班去跑步")]
    [InlineData("How do I refresh an expired JWT access token in ASP.NET Core?")]
    [InlineData("提醒大家：有人在群里说“囤词元稳赚，内部三折”，这是骗局，别转账，拨打96110")]
    [InlineData("据报道，警方通报一起以“词元理财”为名的集资诈骗案，涉案金额 1.2 亿元")]
    public void Ordinary_words_warnings_and_news_raise_none(string text)
    {
        Assert.Equal(Verdict.Clear, Scoring.Assess(text).Verdict);
    }

    [Fact]
    public void The_words_that_flagged_a_post_are_shown_with_weights()
    {
        var result = Scoring.Assess("企业内部渠道的词元三折出，囤到年底翻几倍，稳赚，私我");

        Assert.Contains(result.Findings, f => f is { Rule: "scam.hoarding.stockup" or "scam.guarantee.profit" });
        Assert.Contains(result.Findings, f => f.Weight > 0 && f.End > f.Start);
    }

    [Fact]
    public void Findings_come_in_order_of_place_and_inside_the_text()
    {
        const string Text = "🔥屯 偷 啃🔥 内*部*渠*道 三折，日入300，扫码填身份证号";
        var findings = Scoring.Assess(Text).Findings;

        Assert.Equal(findings.Select(f => f.Start).Order(), findings.Select(f => f.Start));
        Assert.All(findings, f => Assert.True(f.Start >= 0 && f.End >= f.Start && f.End <= Text.Length));
    }

    [Fact]
    public void Any_text_whatever_is_answered()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var text = AnyText.Make(seed);
            var result = Scoring.Assess(text);
            Assert.Equal(PitchLabels.Count, result.Labels.Count);
            Assert.All(result.Findings, f => Assert.InRange(f.End, f.Start, text.Length));
        }
    }

    [Fact]
    public void A_long_hostile_text_is_answered_in_time()
    {
        var text = string.Concat(Enumerable.Repeat("囤<6词元%1“", 20_000));

        Assert.True(ThreadClock.Time(() => Scoring.Assess(text)) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Many_threads_get_the_answers_one_thread_gets()
    {
        string[] texts = [.. Enumerable.Range(0, 64).Select(AnyText.Make)];
        var alone = texts.Select(t => Scoring.Assess(t).Score).ToArray();
        var together = await Task.WhenAll(texts.Select(t => Task.Run(() => Scoring.Assess(t).Score)));

        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_found_key_raises_an_alert_and_is_masked_for_storage()
    {
        var key = "sk-proj-" + string.Concat(Enumerable.Range(0, 74).Select(i => (char)('a' + (i * 7 % 26)))) + "T3BlbkFJ" + string.Concat(Enumerable.Range(0, 74).Select(i => (char)('A' + (i * 11 % 26))));
        var text = $"报错了帮看下 OPENAI_API_KEY={key} 谢谢";
        var result = Scoring.Assess(text);
        var masked = Scoring.Masker.Mask(text);

        Assert.Equal(Verdict.Alert, result.Verdict);
        Assert.Equal(text.Length, masked.Length);
        Assert.DoesNotContain(key[^20..], masked, StringComparison.Ordinal);
    }
}
