using Fraud.Findings;
using Fraud.Testing;
using Fraud.Tests.Canonical;

namespace Fraud.Tests.Contacts;

public class ContactRoleTests
{
    private static Contact Only(string text, string kind) => Found.In(text).Single(c => c.Kind == kind);

    [Theory]
    [InlineData("1元1刀，加微信 example_01", "wechat", "author")]
    [InlineData("收款地址 T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb", "tron", "link")]
    [InlineData("打款到 4242 4242 4242 4242", "bank_card", "payee")]
    [InlineData("官网 https://example.com", "url", "link")]
    public void A_contact_of_the_author_has_its_role(string text, string kind, string role) => Assert.Equal(role, Only(text, kind).Role);

    [Theory]
    [InlineData("群里有人说“加微信 example_01 拿三折”，这靠谱吗")]
    [InlineData("群裡有人說「加微信 example_01 拿三折」，請問")]
    [InlineData("反诈提醒：凡是让你加微信 example_01 的都是骗局")]
    [InlineData("我被骗了，对方微信：example_01，已拉黑")]
    [InlineData("Scam alert: do not add wechat: example_01")]
    public void Quoted_words_and_warnings_are_reported(string text) => Assert.Equal("reported", Only(text, "wechat").Role);

    [Fact]
    public void A_caller_may_say_what_is_reported()
    {
        var views = Views.Of("加微信 example_01");
        Assert.Equal("reported", Assert.Single(Found.Extractor.Extract(views, _ => true)).Role);
        Assert.Equal("author", Assert.Single(Found.Extractor.Extract(views, _ => false)).Role);
    }

    [Theory]
    [InlineData("身份证 11010519491231002X 卡号 6217000000000000004")]
    [InlineData("hkid A123456(3)，A123456789")]
    public void Secret_numbers_come_masked_and_among_the_secret_spans(string text)
    {
        var contacts = Found.In(text);
        var assessment = Some.Assessment() with { Contacts = contacts };
        Assert.Equal(2, assessment.SecretSpans().Count());
        Assert.All(contacts, c => Assert.DoesNotContain(c.Value, text, StringComparison.Ordinal));
        Assert.All(contacts, c => Assert.StartsWith(new string(Fraud.Text.SpanMask.Mark, 5), c.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_well_known_contract_is_named() => Assert.Equal("USDT contract", Only("USDT: TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "tron").Detail);

    [Fact]
    public void A_masked_number_is_partial() => Assert.Equal("partial", Only("群 12**5678", "qq").Detail);

    [Fact]
    public void A_post_without_contacts_gives_the_same_empty_list_every_time() => Assert.Same(Found.In("今天天气很好"), Found.In("nothing here at all"));

    [Fact]
    public void The_handle_behind_a_cue_wins_over_the_bare_number() => Assert.Equal(["wechat 13800000000"], Found.Lines("加微信：13800000000"));

    [Fact]
    public void The_code_of_a_link_stands_beside_the_link() =>
        Assert.Equal(["url https://api.example.com/?aff=AB12", "invite AB12"], Found.Lines("站点 https://api.example.com/?aff=AB12"));

    [Fact]
    public void Spans_are_of_the_original_words()
    {
        const string text = "➕薇 ｅxample-tk01，价格好说";
        var contact = Only(text, "wechat");
        Assert.Equal("ｅxample-tk01", text[contact.Start..contact.End]);
    }
}
