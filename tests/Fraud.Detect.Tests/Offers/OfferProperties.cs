using Fraud.Findings;
using Fraud.Offers;
using Fraud.Testing;
using Fraud.Tests.Canonical;

namespace Fraud.Tests.Offers;

public class OfferProperties
{
    private static readonly OfferParser Parser = new(Prices.Real);

    private const int Megabyte = 1 << 20;

    private static readonly string[] Pieces =
    [
        "1", "0", "99", "1,200", "0.5", "一", "三", "百万", "亿", "万亿", "k", "w", "M", "e", "r", "u", "d", "元", "块", "刀", "$", "¥", "￥", "NT$", "毛", "分钱", "折", "成", "%", "倍率", "token", "词元", "额度", "余额",
        "充", "送", "得", "满", "减", "每", "/", "=", ":", "换", "per", "for", " ", "，", "。", "\n", "-", "~", "到", "低至", "起", "Opus", "gpt-5.4", "claude-", "ChatGPT Plus", "Max 20x", "一个月", "/月", "人均", "5人",
        "日收益", "每天", "投", "领", "输入", "输出", "缓存", "上下文", "消耗", "价值", "上调", "返佣", "半价", "买一送一", "off", "of list", "up to", "\uD800", "\uDC00", "🔪", "１", "①", "兆", "トークン", "\u200B", "十", "零", "点", ".", "第",
    ];

    [Fact]
    public void Any_mixture_is_read_without_fault_and_inside_its_text()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 8_000; i++)
        {
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => Pieces[random.Next(Pieces.Length)])));
        }
    }

    [Fact]
    public void Any_characters_at_all_are_read_without_fault()
    {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            Check(new([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(char.MaxValue + 1))]));
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("一")]
    [InlineData("万")]
    [InlineData("1元1刀 ")]
    [InlineData("1亿token99元")]
    [InlineData("$")]
    [InlineData("1,")]
    [InlineData("1.")]
    [InlineData("充1送1")]
    [InlineData("opus ")]
    [InlineData("/每")]
    [InlineData("50%")]
    [InlineData("3-")]
    [InlineData("折")]
    [InlineData("token ")]
    [InlineData("1r=")]
    public void A_megabyte_of_the_same_is_read_in_linear_time(string piece)
    {
        // Anything worse than linear takes minutes
        Assert.InRange(Time(string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length))), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("今天把项目里的日志模块重写了一遍，之前总是丢最后几行。")]
    [InlineData("I spent the afternoon on 3 small bugs and 1 large one.")]
    [InlineData("新版本 2.3.1 修复 17 个问题，启动从 3.2 秒降到 1.1 秒，词元计数减少 40 处。")]
    public void A_post_without_an_offer_costs_no_memory(string text)
    {
        var views = Views.Of(text);

        Assert.Null(Parser.Parse(views, AssessContext.None));
        Assert.Equal(0, Memory.LeastTaken(() => Parser.Parse(views, AssessContext.None)));
    }

    [Fact]
    public void Parsers_over_different_prices_do_not_mix_on_one_thread()
    {
        var other = new OfferParser(Prices.Table(Prices.Row("strange-1", 8, 16)));
        var context = AssessContext.None;
        Assert.Equal("strange-1", other.Parse(Views.Of("strange-1 1M token $4"), context)!.Model);
        Assert.Equal("", Parser.Parse(Views.Of("strange-1 1M token $4"), context)!.Model);
        Assert.Equal(0.5, other.Parse(Views.Of("strange-1 1M token $4"), context)!.PayFraction);
    }

    private static void Check(string text)
    {
        foreach (var offer in Parser.ParseAll(Views.Of(text), AssessContext.None))
        {
            Assert.InRange(offer.Start, 0, text.Length);
            Assert.InRange(offer.End, offer.Start, text.Length);
            Assert.NotEmpty(offer.Wording.En);
            Assert.NotEmpty(offer.Wording.Zh);
            Assert.True(offer.PayFraction is null || (double.IsFinite(offer.PayFraction.Value) && offer.PayFraction > 0));
        }
    }

    private static TimeSpan Time(string text)
    {
        var views = Views.Of(text);
        return ThreadClock.Time(() => Parser.ParseAll(views, AssessContext.None));
    }
}
