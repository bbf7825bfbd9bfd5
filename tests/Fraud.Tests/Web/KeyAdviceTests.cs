using System.Text.RegularExpressions;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Testing;
using Fraud.Web;

namespace Fraud.Tests.Web;

/// <summary>What reviewers and owners are told of a key.</summary>
public partial class KeyAdviceTests
{
    private static readonly KeyAdvice _advice = KeyAdvice.Load(Repo.Models);
    private static readonly KeyRuleSet _rules = KeyRuleSet.Load(Repo.Models);

    [Fact]
    public void Of_every_rule_the_severity_and_what_it_opens_are_told_in_both_languages() => Assert.All(_rules.Rules, rule =>
    {
        var help = _advice.For(Key(rule.Id));
        Assert.Equal(rule.Severity, help.Severity);
        Assert.True(help.Opens.En.Length > 10 && Chinese().IsMatch(help.Opens.Zh));
    });

    [Fact]
    public void No_entry_speaks_of_rules_there_are_not() =>
        Assert.All(_advice.Opens.SelectMany(o => o.Rules), entry => Assert.Contains(_rules.Rules, r => r.Id == entry || r.Id.StartsWith(entry + ".", StringComparison.Ordinal)));

    [Fact]
    public void A_rule_that_is_no_more_still_gets_words() => Assert.NotEmpty(_advice.For(Key("key.gone")).Opens.En);

    [Fact]
    public void The_owner_is_told_to_rotate_first_where_and_what_it_opens()
    {
        var text = _advice.OwnerText(Key("key.openai.project"), Some.Post());

        Assert.Contains("1. Rotate first", text.En, StringComparison.Ordinal);
        Assert.Contains("1. 先轮换", text.Zh, StringComparison.Ordinal);
        Assert.All((string[])[text.En, text.Zh], t =>
        {
            Assert.Contains("sk-proj-…9f3a", t, StringComparison.Ordinal);
            Assert.Contains("https://platform.openai.com/api-keys", t, StringComparison.Ordinal);
            Assert.Contains("2026-11-01 12:00", t, StringComparison.Ordinal);
            Assert.DoesNotContain('{', t);
        });
    }

    [Fact]
    public void A_key_nobody_knows_how_to_revoke_leaves_no_gap() =>
        Assert.Contains("revoke this one. Deleting", _advice.OwnerText(Key("key.generic.key") with { RevokeUrl = "" }, Some.Post()).En, StringComparison.Ordinal);

    private static KeyFinding Key(string rule) => new()
    {
        Rule = rule,
        Issuer = "OpenAI",
        Redacted = "sk-proj-…9f3a",
        Fingerprint = "f",
        Start = 0,
        End = 1,
        Confidence = KeyConfidence.High,
        RevokeUrl = "https://platform.openai.com/api-keys",
    };

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
