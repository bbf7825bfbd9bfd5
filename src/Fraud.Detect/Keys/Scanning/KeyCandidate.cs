using Fraud.Findings;

namespace Fraud.Keys.Scanning;

/// <summary>A match that passed every test, before overlaps are settled. Offsets are bytes of the text being scanned.</summary>
internal readonly record struct KeyCandidate(CompiledRule Rule, int Start, int End, KeyConfidence Confidence, int Specificity, string Redacted, string Fingerprint)
{
    /// <summary>Order of place.</summary>
    public static Comparison<KeyCandidate> ByPlace { get; } = (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End);

    /// <summary>Confidence, and within one confidence a rule of its own before a fallback.</summary>
    public int Certainty => ((int)Confidence * 2) + (Rule.Rule.Fallback ? 0 : 1);

    /// <summary>Whether this one is to be kept where the two overlap.</summary>
    public bool Beats(KeyCandidate other)
    {
        var (mine, theirs) = ((Certainty, Specificity), (other.Certainty, other.Specificity));
        return mine != theirs ? mine.CompareTo(theirs) > 0 : End - Start > other.End - other.Start;
    }
}
