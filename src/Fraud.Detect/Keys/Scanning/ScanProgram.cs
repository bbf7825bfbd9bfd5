using System.Buffers;
using System.Text;
using Fraud.Keys.Decoding;
using Fraud.Keys.Literals;

namespace Fraud.Keys.Scanning;

/// <summary>All rules made ready: the one search for their keywords, and which rules each keyword starts.</summary>
internal sealed class ScanProgram
{
    public ScanProgram(KeyRuleSet set, KeyHider hider)
    {
        Hider = hider;
        CompiledRule[] rules = [.. set.Rules.Select(r => CompiledRule.From(WithOwners(r, set)))];
        var keywords = Keywords(rules);
        Literals = [.. keywords.Select(k => new Literal(Encoding.UTF8.GetBytes(k.Text), k.IgnoreCase)), .. PlainTriggers.All];
        RulesOf = [.. keywords.Select(k => k.Rules.ToArray()), .. PlainTriggers.All.Select(_ => Array.Empty<CompiledRule>())];
        Shapes = [.. rules.Where(r => r.Rule.Place is KeyPlace.Shape or KeyPlace.Named)];
        ForeignWords = SearchValues.Create([.. keywords.Select(k => k.Text).Where(k => !Ascii.IsValid(k))], StringComparison.Ordinal);
        ShortestShape = Shapes.Select(r => r.Pattern.MinLength).DefaultIfEmpty(int.MaxValue / 2).Min();
        Search = new LiteralSearch(Literals);
    }

    // In order of first use
    private static List<Keyword> Keywords(CompiledRule[] rules)
    {
        var known = new Dictionary<string, Keyword>(StringComparer.Ordinal);
        List<Keyword> keywords = [];
        foreach (var rule in rules)
        {
            foreach (var text in rule.Rule.Keywords)
            {
                var shown = rule.Rule.IgnoreCase ? text.ToLowerInvariant() : text;
                var key = (rule.Rule.IgnoreCase ? "i" : "=") + shown;
                if (!known.TryGetValue(key, out var keyword))
                {
                    keywords.Add(known[key] = keyword = new(shown, rule.Rule.IgnoreCase, []));
                }

                if (!keyword.Rules.Contains(rule))
                {
                    keyword.Rules.Add(rule);
                }
            }
        }

        return keywords;
    }

    private static KeyRule WithOwners(KeyRule rule, KeyRuleSet set) => rule.OwnersOf.Length == 0 ? rule
        : rule with { Owners = set.Rules.FirstOrDefault(r => r.Id == rule.OwnersOf)?.Owners ?? throw new InvalidDataException($"{rule.Id} has the owners of {rule.OwnersOf}, which does not exist") };

    public KeyHider Hider { get; }

    public LiteralSearch Search { get; }

    public Literal[] Literals { get; }

    /// <summary>Rules by literal; none for a sign that plain text is written otherwise.</summary>
    public CompiledRule[][] RulesOf { get; }

    /// <summary>Keywords in other scripts, which a squeezed text does not show.</summary>
    public SearchValues<string> ForeignWords { get; }

    /// <summary>Length of the shortest key of a rule without keyword.</summary>
    public int ShortestShape { get; }

    /// <summary>Rules without a keyword.</summary>
    public CompiledRule[] Shapes { get; }

    private sealed record Keyword(string Text, bool IgnoreCase, List<CompiledRule> Rules);
}
