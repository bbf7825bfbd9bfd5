using System.Text;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Testing;

namespace Fraud.Detect.Tests.Keys;

public class RuleTests
{
    private const int Fillings = 25;
    private static readonly IReadOnlyList<KeyRule> _rules = Scanner.Real.Rules.Rules;

    public static TheoryData<string> Ids => [.. _rules.Select(r => r.Id)];

    private static KeyRule Rule(string id) => _rules.Single(r => r.Id == id);

    [Fact]
    public void Every_id_is_given_once() => Assert.Empty(_rules.GroupBy(r => r.Id).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_complete(string id)
    {
        var rule = Rule(id);
        Assert.Matches(@"^key\.[a-z0-9-]+\.[a-z0-9-]+$", rule.Id);
        Assert.True(rule.Name.Length > 0 && rule.Issuer.Length > 0 && rule.Since.Length > 0);
        Assert.True(rule.Keywords.Count > 0 || rule.Place is KeyPlace.Shape or KeyPlace.Named, "no keyword");
        Assert.All(rule.Keywords, k => Assert.True(Encoding.UTF8.GetByteCount(k) >= 3, k));
        Assert.NotEmpty(rule.Examples);
        Assert.NotEmpty(rule.CounterExamples);
        Assert.True(rule.Revoke.Length == 0 || rule.Revoke.StartsWith("https://", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_example_is_found_by_its_rule(string id) =>
        Assert.DoesNotContain(Filled(Rule(id).Examples).Select(text => Strongest(text)?.Rule ?? "nothing"), found => found != id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_counter_example_is_found_by_the_rule(string id) =>
        Assert.DoesNotContain(Filled(Rule(id).CounterExamples).SelectMany(Scanner.Scan), f => f.Rule == id);

    private static IEnumerable<string> Filled(IEnumerable<string> shapes) =>
        shapes.SelectMany(s => Enumerable.Range(1, Fillings).Select(seed => KeyShape.Fill(s, new Random(seed))));

    private static KeyFinding? Strongest(string text) => Scanner.Scan(text).MaxBy(f => (f.Confidence, f.End - f.Start));
}
