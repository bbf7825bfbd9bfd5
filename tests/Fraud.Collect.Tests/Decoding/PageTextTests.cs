using System.Text;
using Fraud.Collect.Decoding;

namespace Fraud.Collect.Tests.Decoding;

public class PageTextTests
{
    private const string Simplified = "内部渠道三折拿词元，转手就赚。早年囤比特币的人都已经财务自由了，现在轮到我们囤算力额度。";
    private const string Traditional = "內部渠道三折拿詞元，轉手就賺。早年囤比特幣的人都已經財務自由了，現在輪到我們囤算力額度。";
    private const string Japanese = "トークンを安く買って、あとで高く売るという話が広がっている。必ずもうかるという言葉には注意が必要だ。";
    private const string Korean = "토큰을 싸게 사서 나중에 비싸게 판다는 이야기가 퍼지고 있다. 반드시 돈을 번다는 말은 조심해야 한다.";
    private const string Russian = "Продам токены по низкой цене, только сегодня. Пишите в личные сообщения, отвечу каждому.";
    private const string French = "Jetons vendus à moitié prix, une occasion à ne pas manquer : écrivez-moi dès aujourd’hui, café offert.";

    static PageTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, string> Undeclared() => new()
    {
        { Simplified, "gb18030", "gb18030" },
        { Traditional, "big5", "big5" },
        { Japanese, "shift_jis", "shift_jis" },
        { Japanese, "euc-jp", "euc-jp" },
        { Japanese, "iso-2022-jp", "iso-2022-jp" },
        { Korean, "ks_c_5601-1987", "euc-kr" },
        { Russian, "windows-1251", "windows-1251" },
        { Russian, "koi8-r", "koi8-r" },
        { French, "windows-1252", "windows-1252" },
        { Simplified, "utf-8", "utf-8" },
        { French, "utf-16", "utf-16le" },
        { "plain ASCII", "us-ascii", "utf-8" },
    };

    [Theory]
    [MemberData(nameof(Undeclared))]
    public void Undeclared_bytes_are_told_by_what_they_look_like(string text, string encoding, string expected)
    {
        var decoded = PageText.Decode(Encoding.GetEncoding(encoding).GetBytes($"<p>{text}</p>"), "");

        Assert.Equal((expected, $"<p>{text}</p>"), (decoded.Charset, decoded.Text));
    }

    [Theory]
    [InlineData("text/html; charset=gb2312", "<p>")]
    [InlineData("text/html;charset=\"GBK\"", "<p>")]
    [InlineData("text/html", "<meta charset=gbk><p>")]
    [InlineData("", "<!-- <meta charset=utf-8> --><META HTTP-EQUIV='Content-Type' content='text/html; charset=gb2312'>")]
    [InlineData("", "<?xml version=\"1.0\" encoding=\"GB2312\"?><rss>")]
    [InlineData("", "<meta charset=x-nonsense><meta charset='gb18030'>")]
    [InlineData("text/html; charset=banana", "<meta charset=gbk>")]
    public void A_declaration_is_followed_and_gb2312_means_gb18030(string contentType, string head)
    {
        // These three are in GBK only, not in GB2312
        var decoded = PageText.Decode(Encoding.GetEncoding("gb18030").GetBytes(head + "朱镕基囤詞元"), contentType);

        Assert.Equal(("gb18030", head + "朱镕基囤詞元"), (decoded.Charset, decoded.Text));
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61 }, "utf-8")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "utf-16le")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61 }, "utf-16be")]
    public void A_byte_order_mark_beats_every_declaration(byte[] bytes, string charset) =>
        Assert.Equal(new("a", charset), PageText.Decode(bytes, "text/html; charset=gbk"));

    [Fact]
    public void A_declaration_the_bytes_contradict_is_overruled()
    {
        var bytes = Encoding.GetEncoding("gb18030").GetBytes(string.Concat(Enumerable.Repeat(Simplified, 5)));

        Assert.Equal("gb18030", PageText.Decode(bytes, "text/html; charset=utf-8").Charset);
    }

    [Fact]
    public void A_page_cut_inside_a_character_keeps_its_charset()
    {
        var bytes = Encoding.UTF8.GetBytes(Simplified)[..^1];

        Assert.Equal("utf-8", PageText.Decode(bytes, "text/html; charset=utf-8").Charset);
        Assert.Equal("utf-8", PageText.Decode(bytes, "").Charset);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("hz-gb-2312")]
    [InlineData("replacement")]
    public void A_charset_that_hides_markup_is_never_used(string name) =>
        Assert.Equal(new("+ADw-script", "utf-8"), PageText.Decode("+ADw-script"u8, $"text/html; charset={name}"));

    [Theory]
    [InlineData(new byte[] { 0xA4, 0xA4 }, "中")]
    [InlineData(new byte[] { 0x87, 0x43 }, "䖦")]
    [InlineData(new byte[] { 0x87, 0x45 }, "𧉧")]
    [InlineData(new byte[] { 0x88, 0x62 }, "\u00CA\u0304")]
    [InlineData(new byte[] { 0xFA, 0x40 }, "\U00020547")]
    [InlineData(new byte[] { 0xA4, 0x3C, 0x62, 0x3E }, "\uFFFD<b>")]
    public void Big5_is_read_with_the_Hong_Kong_characters(byte[] bytes, string expected) =>
        Assert.Equal(expected, PageText.Decode(bytes, "text/html; charset=big5-hkscs").Text);

    [Theory]
    [InlineData("euc-jp", new byte[] { 0x8F, 0xB0, 0xA1 }, "丂")]
    [InlineData("euc-jp", new byte[] { 0x8E, 0xB1 }, "ｱ")]
    [InlineData("euc-jp", new byte[] { 0xA4, 0x3C }, "\uFFFD<")]
    [InlineData("shift_jis", new byte[] { 0x87, 0x90 }, "≒")]
    [InlineData("sjis", new byte[] { 0x82, 0xA0 }, "あ")]
    [InlineData("windows-31j", new byte[] { 0x82, 0xA0 }, "あ")]
    [InlineData("euc-kr", new byte[] { 0x81, 0x41 }, "갂")]
    [InlineData("gbk", new byte[] { 0x80 }, "€")]
    [InlineData("gb18030", new byte[] { 0xA6, 0xD9 }, "\uFE10")]
    [InlineData("iso-8859-1", new byte[] { 0x93 }, "“")]
    public void Labels_mean_what_browsers_take_them_for(string label, byte[] bytes, string expected) =>
        Assert.Equal(expected, PageText.Decode(bytes, $"text/html; charset={label}").Text);

    [Fact]
    public void Any_bytes_under_any_label_decode()
    {
        var random = new Random(7);
        string[] labels = ["", "utf-8", "gbk", "big5", "shift_jis", "euc-jp", "euc-kr", "iso-2022-jp", "utf-16", "windows-874"];
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            Assert.NotNull(PageText.Decode(bytes, "text/html; charset=" + labels[i % labels.Length]).Text);
        }
    }
}
