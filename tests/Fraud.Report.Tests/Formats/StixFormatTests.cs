using System.Text.Json.Nodes;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Report.Formats;
using Fraud.Report.Formats.Stix;
using Fraud.Testing;

namespace Fraud.Report.Tests.Formats;

public class StixFormatTests
{
    [Theory]
    [InlineData("url", "url--30100b2d-51cf-57ad-8171-5e3b457d6b80", "value", "https://cheap-tokens.example/join")]
    [InlineData("domain-name", "domain-name--57e8f45c-bbc9-5de1-8be3-5bea02872bec", "value", "cheap-tokens.example")]
    [InlineData("email-addr", "email-addr--3451e47e-9e55-57d0-b311-b43db9f4aca0", "value", "seller@cheap-tokens.example")]
    public void An_observable_has_the_id_that_everybody_gives_it(string type, string id, string property, string value) =>
        Assert.Equal(id, StixId.Observable(type, [new(property, value)]));

    [Fact]
    public void An_accounts_id_does_not_depend_on_the_order_of_its_properties() =>
        Assert.Equal(
            "user-account--30128e3f-9fe9-5099-a591-2a6d5764ee79",
            StixId.Observable("user-account", [new("user_id", "wxid_abc123"), new("account_type", "wechat"), new("account_login", "token_king88")]));

    [Fact]
    public void Canonical_JSON_escapes_only_what_it_must() =>
        Assert.Equal("""{"a":"囤 \"\\\n\u001b/€","b":""}""", Jcs.Write([new("b", ""), new("a", "囤 \"\\\n\u001b/€")]));

    // https://www.oasis-open.org TLP 2.0 extension; one public copy has two of these wrong
    [Theory]
    [InlineData(Tlp.Clear, "94868c89-83c2-464b-929b-a1a8aa3c8487")]
    [InlineData(Tlp.Green, "bab4a63c-aed9-4cf5-a766-dfca5abac2bb")]
    [InlineData(Tlp.Amber, "55d920b0-5e8b-4f79-9ee9-91f868d9b421")]
    [InlineData(Tlp.AmberStrict, "939a9414-2ddd-4d32-a0cd-375ea402b003")]
    [InlineData(Tlp.Red, "e828b379-4e03-4974-9ac4-e53a884c97c1")]
    public void A_marking_has_the_published_id(Tlp tlp, string id) => Assert.Equal($"marking-definition--{id}", tlp.StixId());

    [Fact]
    public async Task The_sample_keeps_the_rules_of_the_specification() => Assert.Empty(StixRules.Faults(await Sample.WriteAsync("stix")));

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task The_rules_find_a_broken_bundle(string find, string put)
    {
        var text = await Sample.WriteAsync("stix");
        Assert.Contains(find, text, StringComparison.Ordinal);

        Assert.NotEmpty(StixRules.Faults(text.Replace(find, put, StringComparison.Ordinal)));
    }

    public static TheoryData<string, string> Breaks => new()
    {
        { ".000Z\"", "Z\"" },
        { "\"spec_version\":\"2.1\"", "\"spec_version\":\"2.2\"" },
        { "\"pattern_type\":\"stix\",", "" },
        { "\"number_observed\":1", "\"number_observed\":0" },
        { "\"relationship_type\":\"uses\"", "\"relationship_type\":\"Uses it\"" },
        { "\"type\":\"identity\"", "\"type\":\"person\"" },
        { "\"aliases\":[", "\"goals\":[],\"aliases\":[" },
        { "\"confidence\":85", "\"confidence\":850" },
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Any_text_keeps_the_rules(string text)
    {
        var confirmed = SomeCase.Confirmed(text, campaign: 1).WithContact("wechat", text).WithContact("url", text).WithContact("email", text).WithKey(issuer: text)
            .With((Post p) => p with { Url = text, Author = text, PostedAt = DateTimeOffset.MinValue, FetchedAt = DateTimeOffset.MaxValue });

        Assert.Empty(StixRules.Faults(await Sample.WriteAsync("stix", confirmed with { Reason = text, EvidenceSha256 = text })));
    }

    public static TheoryData<string> HostileTexts => ["", "\0", "\ud800", "' OR '1'='1", "\\", "http://[", "http://a b/", "https://例子.测试/路径?q=词元", "https://a/%zz", "a@b", "\u202e", new string('x', 5000)];

    [Fact]
    public async Task Who_exposed_a_key_is_never_reported_as_a_seller()
    {
        var types = Types(await Sample.WriteAsync("stix", SomeCase.Confirmed("my key", PitchLabel.KeyExposure).WithContact("wechat", "victim").WithKey()));

        Assert.Equal(["identity", "marking-definition", "url", "attack-pattern", "observed-data", "note", "report"], types);
    }

    [Fact]
    public async Task A_contact_that_is_only_mentioned_is_left_out()
    {
        var text = await Sample.WriteAsync("stix", SomeCase.Confirmed().WithContact("wechat", "bystander", "reported").WithContact("bank_card", "••••1234", "payee"));

        Assert.DoesNotContain("\"account_login\":\"bystander\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_of_a_campaign_share_campaign_seller_and_indicator()
    {
        var text = await Sample.WriteAsync("stix", [.. Enumerable.Range(0, 3).Select(_ => SomeCase.Confirmed(campaign: 9).With((Post p) => p with { Author = "" }).WithContact("qq", "10001"))]);

        var types = Types(text).ToLookup(t => t);
        Assert.Equal((1, 1, 1, 1, 3), (types["campaign"].Count(), types["threat-actor"].Count(), types["indicator"].Count(), types["user-account"].Count(), types["observed-data"].Count()));
        Assert.Contains("""[user-account:account_login = '10001' AND user-account:account_type = 'qq']""", text, StringComparison.Ordinal);
    }

    private static List<string> Types(string bundle) => [.. JsonNode.Parse(bundle)!["objects"]!.AsArray().Select(o => (string)o!["type"]!)];
}
