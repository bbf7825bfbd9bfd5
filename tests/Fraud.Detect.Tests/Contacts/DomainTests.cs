using Fraud.Contacts;

namespace Fraud.Tests.Contacts;

public class DomainTests
{
    private static readonly VendorDomains Vendors = Found.Extractor.Tables.Vendors;

    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("a.b.example.co.uk", "example.co.uk")]
    [InlineData("www.city.kobe.jp", "city.kobe.jp")]
    [InlineData("x.y.kobe.jp", "x.y.kobe.jp")]
    [InlineData("a.foo.ck", "a.foo.ck")]
    [InlineData("www.ck", "www.ck")]
    [InlineData("me.github.io", "me.github.io")]
    public void The_registered_domain_follows_the_public_suffix_list(string host, string registered) =>
        Assert.Equal(registered, host[Vendors.Suffixes.RegisteredAt(host)..]);

    [Theory]
    [InlineData("com")]
    [InlineData("co.uk")]
    [InlineData("host.invalid-top")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..com")]
    public void A_suffix_or_nonsense_has_no_registered_domain(string host) => Assert.True(Vendors.Suffixes.RegisteredAt(host) <= 0);

    [Theory]
    [InlineData("openai.com", "openai")]
    [InlineData("Platform.OpenAI.com.", "openai")]
    [InlineData("api-docs.deepseek.com", "deepseek")]
    [InlineData("165.npa.gov.tw", "165")]
    public void A_vendor_owns_its_domains_and_all_below(string host, string vendor) => Assert.Equal(vendor, Vendors.FindOwner(host)!.Name);

    [Theory]
    [InlineData("openai.com.evil.example")]
    [InlineData("notopenai.com")]
    [InlineData("example.org")]
    [InlineData("")]
    public void Nobody_else_is_a_vendor(string host) => Assert.Null(Vendors.FindOwner(host));

    [Theory]
    [InlineData("openai.com.evil.org", "openai")]
    [InlineData("login-chatgpt.top", "chatgpt")]
    [InlineData("deepseekofficial.cn", "deepseek")]
    [InlineData("claude.ai-verify.com", "claude")]
    [InlineData("opena1.com", "openai")]
    [InlineData("openaii.com", "openai")]
    [InlineData("anthroplc.com", "anthropic")]
    [InlineData("googie.com", "google")]
    [InlineData("rnicrosoft.com", "microsoft")]
    [InlineData("96ll0.cn", "96110")]
    public void A_borrowed_name_is_found(string host, string name) => Assert.Equal(name, Vendors.FindImitated(host));

    [Theory]
    [InlineData("example.com")]
    [InlineData("douban.com")]
    [InlineData("openal.org")]
    [InlineData("cloud.example.net")]
    [InlineData("gemini-astrology-blog.net")]
    [InlineData("jean-claude.fr")]
    [InlineData("cursors.com")]
    public void An_ordinary_name_is_left_alone(string host) => Assert.Null(Vendors.FindImitated(host));

    [Theory]
    [InlineData("раypаl", "paypal")]
    [InlineData("rnoon", "moon")]
    [InlineData("ópenai", "openai")]
    public void Names_drawn_alike_share_a_skeleton(string one, string other) => Assert.Equal(DomainSkeleton.Of(other), DomainSkeleton.Of(one));

    [Theory]
    [InlineData("abc", "abd", true)]
    [InlineData("abc", "ab", true)]
    [InlineData("abc", "bac", true)]
    [InlineData("abc", "abc", false)]
    [InlineData("abc", "axd", false)]
    [InlineData("", "a", true)]
    public void One_slip_is_told_from_none_and_two(string one, string other, bool expected) => Assert.Equal(expected, EditDistance.IsOne(one, other));
}
