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
        var byKeyword = rules
            .SelectMany(r => r.Rule.Keywords.Select(k => (Rule: r, Text: r.Rule.IgnoreCase ? k.ToLowerInvariant() : k, r.Rule.IgnoreCase)))
            .GroupBy(k => (k.Text, k.IgnoreCase))
            .ToList();
        Literals = [.. byKeyword.Select(g => new Literal(Encoding.UTF8.GetBytes(g.Key.Text), g.Key.IgnoreCase)), .. PlainTriggers.All];
        RulesOf = [.. byKeyword.Select(g => g.Select(k => k.Rule).Distinct().ToArray()), .. PlainTriggers.All.Select(_ => Array.Empty<CompiledRule>())];
        Shapes = [.. rules.Where(r => r.Rule.Place is KeyPlace.Shape or KeyPlace.Named)];
        ForeignWords = SearchValues.Create([.. byKeyword.Select(g => g.Key.Text).Where(k => !Ascii.IsValid(k))], StringComparison.Ordinal);
        ShortestShape = Shapes.Select(r => r.Pattern.MinLength).DefaultIfEmpty(int.MaxValue / 2).Min();
        Search = new LiteralSearch(Literals);
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
}
