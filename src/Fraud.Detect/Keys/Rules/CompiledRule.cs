using System.Text;
using Fraud.Findings;
using Fraud.Keys.Checks;
using Fraud.Keys.Patterns;
using Fraud.Keys.Scanning;

namespace Fraud.Keys;

/// <summary>A rule made ready to run.</summary>
internal sealed class CompiledRule
{
    private CompiledRule(KeyRule rule)
    {
        Rule = rule;
        Pattern = new TokenPattern(rule.Pattern, rule.Right.Length > 0 ? rule.Right : null);
        Left = rule.Left == "none" ? ByteSet.None : rule.Left.Length > 0 ? ByteSet.Parse(rule.Left) : null;
        Before = rule.Before.Length > 0 ? ByteSet.Parse(rule.Before) : Pattern.Alphabet;
        Near = [.. rule.Near.Select(Encoding.UTF8.GetBytes)];
        Owners = rule.Owners.Count > 0 ? new ServiceNames(rule.Owners) : null;
        Checks = [.. rule.Checks.Select(KeyChecks.Find)];
        Proofs = [.. rule.Proofs.Select(KeyChecks.Find)];
    }

    public KeyRule Rule { get; }

    /// <summary>Whether the token's own shape says little, so that a hash may look the same.</summary>
    public bool IsLoose => Rule.Fallback || Rule.Place is KeyPlace.Context;

    /// <exception cref="InvalidDataException">The rule cannot be run.</exception>
    public static CompiledRule From(KeyRule rule)
    {
        if (rule.Keywords.Any(k => Encoding.UTF8.GetByteCount(k) < Literals.Literal.MinLength))
        {
            throw new InvalidDataException($"{rule.Id} has a keyword of less than {Literals.Literal.MinLength} bytes");
        }

        try
        {
            return new CompiledRule(rule);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"{rule.Id}: {e.Message}", e);
        }
    }

    public TokenPattern Pattern { get; }

    /// <summary>The fixed bytes the pattern begins with.</summary>
    public ReadOnlySpan<byte> Head => Pattern.Head;

    public ByteSet? Left { get; }

    public ByteSet Before { get; }

    public byte[][] Near { get; }

    /// <summary>Services of which one must be named before the keyword; null when any may.</summary>
    public ServiceNames? Owners { get; }

    private KeyChecks.Bound[] Checks { get; }

    private KeyChecks.Bound[] Proofs { get; }

    /// <summary>Whether one key of the rule may be surer than another.</summary>
    public bool HasProofs => Proofs.Length > 0;

    public bool Holds(ReadOnlySpan<byte> token)
    {
        foreach (var check in Checks)
        {
            if (!check.Holds(token))
            {
                return false;
            }
        }

        return true;
    }

    public KeyConfidence ConfidenceIn(ReadOnlySpan<byte> token)
    {
        foreach (var proof in Proofs)
        {
            if (proof.Holds(token))
            {
                return KeyConfidence.High;
            }
        }

        return Rule.Confidence;
    }
}
