using Fraud.Keys.Literals;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Scanning;

/// <summary>Stops at the first place worth a real scan.</summary>
internal struct FirstLook(ScanProgram program) : ILiteralSink
{
    public bool Found { get; private set; }

    public bool OnLiteral(ReadOnlySpan<byte> text, int literal, int at)
    {
        var rules = program.RulesOf[literal];
        Found = rules.Length == 0;
        foreach (var rule in rules)
        {
            Found |= rule.Rule.Place != KeyPlace.Start || LeftBorder.Allows(text, at, rule.Left);
        }

        return !Found;
    }

    public bool OnDense(ReadOnlySpan<byte> text, int at) => !(Found = true);
}
