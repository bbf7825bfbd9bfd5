using Fraud.Keys.Filters;
using Fraud.Keys.Literals;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Scanning;

/// <summary>One pass over one text: takes what the search comes upon and keeps the candidates. Reused, not shared between threads.</summary>
internal sealed class ScanPass : ILiteralSink
{
    private const int NearWindow = 256;
    private const int MaxBefore = 512;
    private const int MaxRun = 65536;
    private static readonly ByteSet _tokenSet = ByteSet.Parse("A-Za-z0-9_.-");

    private readonly List<KeyCandidate> _candidates = [];
    private ScanProgram _program = null!;
    private int _denseEnd;

    /// <summary>What was found, overlaps and all.</summary>
    public List<KeyCandidate> Candidates => _candidates;

    public void Run(ScanProgram program, ReadOnlySpan<byte> text)
    {
        _program = program;
        _candidates.Clear();
        _denseEnd = 0;
        var sink = this;
        program.Search.Run(text, ref sink);
    }

    public bool OnLiteral(ReadOnlySpan<byte> text, int literal, int at)
    {
        var length = _program.Literals[literal].Text.Length;
        foreach (var rule in _program.RulesOf[literal])
        {
            switch (rule.Rule.Place)
            {
                case KeyPlace.Start:
                    TryAt(rule, text, at, length);
                    break;
                case KeyPlace.Inside:
                    TryAround(rule, text, at);
                    break;
            }
        }

        return true;
    }

    public bool OnDense(ReadOnlySpan<byte> text, int at)
    {
        // A run of twice that length has one whole block of its own kind, however it lies
        if (at < _denseEnd || _tokenSet.RunLength(text[at..], LiteralSearch.DenseLength) < LiteralSearch.DenseLength)
        {
            return true;
        }

        var start = at - _tokenSet.RunLengthBackwards(text[..at], MaxRun);
        _denseEnd = at + _tokenSet.RunLength(text[at..], MaxRun);
        foreach (var rule in _program.Shapes)
        {
            TryAt(rule, text, start, 0);
        }

        return true;
    }

    private void TryAround(CompiledRule rule, ReadOnlySpan<byte> text, int at)
    {
        var before = rule.Rule.Offset >= 0 ? rule.Rule.Offset : rule.Before.RunLengthBackwards(text[..at], MaxBefore);
        if (before > at)
        {
            return;
        }

        var start = at - before;
        if (rule.Rule.Offset >= 0 || rule.Head.Length == 0)
        {
            TryAt(rule, text, start, rule.Head.Length);
            return;
        }

        // What may stand before the keyword may also stand before the key: go from one possible head to the next
        for (var next = 0; next >= 0; start += next + 1)
        {
            next = text[start..at].IndexOf(rule.Head);
            if (next < 0 || TryAt(rule, text, start + next, rule.Head.Length))
            {
                return;
            }
        }
    }

    private bool TryAt(CompiledRule rule, ReadOnlySpan<byte> text, int at, int prefix)
    {
        if (!LeftBorder.Allows(text, at, rule.Left) || !rule.Pattern.TryMatch(text, at, out var match))
        {
            return false;
        }

        var whole = match.KeyStart == match.Start && match.KeyEnd == match.End;
        var token = text[match.KeyStart..match.KeyEnd];
        var secret = whole ? token[Math.Min(prefix, token.Length)..] : token;
        if (!IsSecret(rule, secret) || !rule.Holds(token) || !IsNear(rule, text, match))
        {
            return false;
        }

        var shown = text[match.Start..(whole ? Math.Min(match.Start + prefix, match.End) : match.KeyStart)];
        var specificity = prefix + (rule.Near.Length > 0 ? 8 : 0) + (rule.Pattern.IsFixedLength ? 2 : 0);
        _candidates.Add(new KeyCandidate(
            rule, match.Start, match.End, rule.ConfidenceIn(token), specificity, KeyHider.Redact(shown, secret), _program.Hider.Fingerprint(token)));
        return true;
    }

    private static bool IsSecret(CompiledRule rule, ReadOnlySpan<byte> secret) =>
        Entropy.Of(secret) >= rule.Rule.MinEntropy && !Placeholder.Is(secret) && (Hex.Is(secret) || LetterPairs.Evidence(secret) < WordEvidence);

    private const double WordEvidence = 8;

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
            if (Contains(text[start..match.Start], word) || Contains(text[match.End..end], word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text has the word, ASCII letters in either case.</summary>
    private static bool Contains(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i + word.Length <= text.Length; i++)
        {
            if ((text[i] | 0x20) == (word[0] | 0x20) && EqualsFolded(text.Slice(i, word.Length), word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EqualsFolded(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i] && (!char.IsAsciiLetter((char)a[i]) || (a[i] | 0x20) != (b[i] | 0x20)))
            {
                return false;
            }
        }

        return true;
    }
}
