using Fraud.Findings;
using Fraud.Keys;
using Fraud.Testing;

namespace Fraud.Detect.Tests.Keys;

/// <summary>The product's own rules, loaded once.</summary>
internal static class Scanner
{
    public static KeyScanner Real { get; } = KeyScanner.Load(Repo.Models, "test"u8);

    public static IReadOnlyList<KeyFinding> Scan(string text) => Real.Scan(text);

    /// <summary>A key of the rule's first example; no two calls with different seeds give the same.</summary>
    public static string KeyOf(string rule, int seed = 1) =>
        KeyShape.Fill(Real.Rules.Rules.Single(r => r.Id == rule).Examples[0], new Random(seed));
}
