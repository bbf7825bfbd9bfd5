using Fraud.Keys.Filters;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Scanning;

/// <summary>What becomes a candidate: keeps those matches of rules that are secrets.</summary>
internal sealed class Claims(KeyHider hider)
{
    private const int NearWindow = 256;
    private const double WordEvidence = 8;

    // What the least of many thousand random texts of 32 hex digits has
    private const double HexEntropy = 3;

    /// <summary>What was found, overlaps and all.</summary>
    public List<KeyCandidate> Candidates { get; } = [];

    /// <summary>Whether only the question is asked, and nothing kept; words near by are then taken for granted.</summary>
    public bool Looking { get; set; }

    /// <summary>Whether something was claimed.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether there is nothing more to learn.</summary>
    public bool Suffice => Any && Looking;

    public void Clear()
    {
        Candidates.Clear();
        Any = false;
    }

    /// <summary>Whether a key of the rule ends here, so that the next may begin.</summary>
    public bool EndAt(CompiledRule rule, int at) => Candidates.Count > 0 && Candidates[^1].End == at && Candidates[^1].Rule == rule;

    public void AddPem(CompiledRule rule, ReadOnlySpan<byte> text, int at, int end, ReadOnlySpan<byte> body)
    {
        Any = true;
        Candidates.Add(new KeyCandidate(rule, at, end, rule.Rule.Confidence, 0, KeyHider.Redact(PemBlock.Header(text[at..]), body), hider.Fingerprint(body)));
    }

    /// <summary>Claims a match for its rule, unless what it has is no secret.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="match">Where the rule's pattern matches.</param>
    /// <param name="prefix">Bytes that every key of the rule begins with.</param>
    /// <param name="closeness">How near the name of its owner stands.</param>
    public bool Accept(CompiledRule rule, ReadOnlySpan<byte> text, PatternMatch match, int prefix, int closeness)
    {
        var token = text[match.KeyStart..match.KeyEnd];
        var secret = match.KeyStart == match.Start ? token[Math.Min(prefix, token.Length)..] : token;
        if (!IsSecret(rule, secret) || !rule.Holds(token) || (rule.IsLoose && HashContext.Is(text, match)) || HashContext.IsInIntegrity(text, match.Start) || !(Looking || IsNear(rule, text, match)))
        {
            return false;
        }

        Any = true;
        if (Looking)
        {
            return true;
        }

        // The same rule claims this and more already
        var specificity = (match.KeyStart == match.Start ? prefix : 0) + closeness + (rule.Near.Length > 0 ? 8 : 0) + (rule.Pattern.IsFixedLength ? 2 : 0);
        if (Candidates.Count > 0 && !rule.HasProofs && Candidates[^1] is var last && last.Rule == rule && last.Start <= match.KeyStart && last.End >= match.KeyEnd && last.Specificity >= specificity)
        {
            return true;
        }

        // Only what every key of the rule begins with is shown, never what stands between that and the secret
        var shown = text.Slice(match.Start, Math.Min(prefix, match.KeyEnd - match.Start));
        Candidates.Add(new KeyCandidate(
            rule, match.KeyStart, match.KeyEnd, rule.ConfidenceIn(token), specificity, KeyHider.Redact(shown, secret), hider.Fingerprint(token)));
        return true;
    }

    private static bool IsSecret(CompiledRule rule, ReadOnlySpan<byte> secret) =>
        Entropy.Of(secret) >= (Hex.HasNoOtherLetters(secret) ? Math.Min(rule.Rule.MinEntropy, HexEntropy) : rule.Rule.MinEntropy) && !Placeholder.Is(secret, rule.Rule.Runs) && (rule.Rule.Words || Hex.HasNoOtherLetters(secret) || LetterPairs.Evidence(secret) < WordEvidence);

    private static bool IsNear(CompiledRule rule, ReadOnlySpan<byte> text, PatternMatch match)
    {
        if (rule.Near.Length == 0)
        {
            return true;
        }

        var start = Math.Max(0, match.Start - NearWindow);
        var end = Math.Min(text.Length, match.End + NearWindow);
        foreach (var word in rule.Near)
        {
            if (Cues.Has(text[start..match.Start], word) || Cues.Has(text[match.End..end], word))
            {
                return true;
            }
        }

        return false;
    }
}
