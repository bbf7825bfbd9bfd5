using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Testing;
using Fraud.Tests.Canonical;

namespace Fraud.Tests.Contacts;

public class ContactProperties
{
    private const int Megabyte = 1 << 20;

    private static readonly string[] Pieces =
    [
        "加微信", "微信号：", "v❤️", "➕薇 ", "qq", "群 ", "扣扣", "tg ", "@", "t.me/", "+", "LINE: ", "賴", "example_01", "abc", "A", "0", "1", "138", "一三八", "①", "00000000", "-", " ", ".", "。", "点", "[.]", "(dot)", "[at]", "http://",
        "hxxps://", "://", "/", "?aff=", "&ref=", "AB12", "com", "xyz", "co.uk", "openai", "xn--", "0x", "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "TR7NHq", "bc1q", "4242", "6217", "11010519491231002X", "A123456", "(3)", "￥", "¥", "“", "”", "「", "」", "\"",
        "邀请码", "支付宝", "ICP备", "号", "B2-", "\uD800", "\uDFFF", "е", "\u200B", "１", "＠", "\n", "：", "id", "我", "*", "#", "tg://resolve?domain=", "wxp://", "骗局",
    ];

    [Fact]
    public void Any_mixture_is_read_without_fault_and_inside_its_text()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 8_000; i++)
        {
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => Pieces[random.Next(Pieces.Length)])));
        }
    }

    [Fact]
    public void No_secret_number_is_found_where_the_quick_look_sees_none()
    {
        string[] pieces = ["4242", "4242 ", "6217", "-", ".", ") ", ")", "–", "1", "一三八", "１２３", "①②③", "11010519491231002", "X", "x", "A123456", "(3)", "A", "a12345678", "9", "香港身份证 ", "e", "\u200B", "з", " ", "/", "?aff="];
        var random = new Random(41);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.True(SecretNumbers.MayBeIn(Views.Of(text).Canonical.Text) || !Found.In(text).Any(Assessment.IsSecret), text);
        }
    }

    [Theory]
    [InlineData("w1a2b3 w4c5 12.50 CNY, 3 left", false)]
    [InlineData("4242 4242 4242 4242", true)]
    [InlineData("A123456(3)", true)]
    [InlineData("2026-01-02 03", false)]
    public void The_quick_look_for_secret_numbers_counts_digits(string text, bool may) => Assert.Equal(may, SecretNumbers.MayBeIn(text));

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
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("a.com ")]
    [InlineData("a@b.com,")]
    [InlineData("1 ")]
    [InlineData("138-")]
    [InlineData("微信")]
    [InlineData("微信 a")]
    [InlineData("qq 12345 ")]
    [InlineData("@")]
    [InlineData("://")]
    [InlineData("?aff=")]
    [InlineData("￥")]
    [InlineData("￥AbCd1234EfG")]
    [InlineData("“")]
    [InlineData("a[.]")]
    [InlineData("b.com/)")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed ")]
    [InlineData("TR7NHqjeKQGxTCi8q8ZY4pL8otSzgjLj6t ")]
    public void A_megabyte_of_the_same_is_read_in_linear_time(string piece)
    {
        // Anything worse than linear takes minutes
        Assert.InRange(Time(string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length))), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("今天把项目里的日志模块重写了一遍，之前总是丢最后几行。")]
    [InlineData("I spent the afternoon on 3 small bugs, and 1 large one. It was fine (mostly)!")]
    public void A_post_without_contacts_costs_no_memory(string text)
    {
        var views = Views.Of(text);
        Found.Extractor.Extract(views);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = Found.Extractor.Extract(views).Count;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, count);
    }

    private static void Check(string text)
    {
        var last = 0;
        foreach (var contact in Found.In(text))
        {
            Assert.InRange(contact.Start, last, text.Length);
            Assert.InRange(contact.End, contact.Start + 1, text.Length);
            Assert.NotEmpty(contact.Value);
            last = contact.Start;
        }
    }

    private static TimeSpan Time(string text)
    {
        var views = Views.Of(text);
        return ThreadClock.Time(() => Found.Extractor.Extract(views));
    }
}
