using Fraud.Keys.Filters;
using Fraud.Keys.Literals;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Scanning;

/// <summary>One pass over one text: tries rules where the search comes upon something. Reused, not shared between threads.</summary>
internal sealed class ScanPass : ILiteralSink
{
    private const int OwnerWindow = 64;
    private const int MaxBefore = 512;
    private const int MaxToken = 1024;
    private const int MaxHead = 16;
    private const int MaxLinesBetween = 2;
    private const double MemberEvidence = 3;

    private static readonly ByteSet _shapeSet = ByteSet.Parse("A-Za-z0-9_.-");

    private readonly ScanProgram _program;
    private readonly Claims _claims;
    private readonly Layers? _layers;
    private int _shapeEnd;
    private int _encodedEnd;
    private int _looseEnd;
    private int _looseStart;

    public ScanPass(ScanProgram program, int depth = 0)
    {
        _program = program;
        _claims = new Claims(program.Hider);
        _layers = depth < Layers.MaxDepth ? new Layers(program, depth) : null;
    }

    /// <summary>What was found, overlaps and all.</summary>
    public List<KeyCandidate> Candidates => _claims.Candidates;

    /// <summary>Whether the last text had a place dense enough for a shapeless token.</summary>
    public bool SawDense { get; private set; }

    /// <summary>Whether a key may go on behind a break or be written otherwise; not in a text that was joined just so, of which only its own beginning counts.</summary>
    public bool Joins { get; set; } = true;

    public void Run(ReadOnlySpan<byte> text)
    {
        Search(text);
        if (Joins)
        {
            _layers?.Scan(text, Candidates);
        }
    }

    /// <summary>
    /// The near-free first look, at a text squeezed to one byte a character: whether a real run may find anything.
    /// Words of other scripts cannot be read there, so that words near by are taken for granted.
    /// </summary>
    public bool MayFind(ReadOnlySpan<byte> squeezed)
    {
        _claims.Looking = true;
        Search(squeezed);
        _claims.Looking = false;
        return _claims.Any | (_layers?.Forget() ?? false);
    }

    private void Search(ReadOnlySpan<byte> text)
    {
        _claims.Clear();
        _shapeEnd = _encodedEnd = _looseEnd = 0;
        SawDense = false;
        var sink = this;
        _program.Search.Run(text, ref sink);
    }

    public bool OnLiteral(ReadOnlySpan<byte> text, int literal, int at)
    {
        var rules = _program.RulesOf[literal];
        if (rules.Length == 0)
        {
            if (Joins)
            {
                _layers?.AddPlain(at, text.Length);
            }

            return true;
        }

        var length = _program.Literals[literal].Text.Length;
        var starts = false;
        foreach (var rule in rules)
        {
            starts |= rule.Rule.Place == KeyPlace.Start;

            // In a joined text only what begins with it counts, which no value behind a name does
            if (Joins || rule.Rule.Place == KeyPlace.Inside || (at == 0 && rule.Rule.Place == KeyPlace.Start))
            {
                TryRule(rule, text, at, length);
            }
        }

        if (starts && Joins && LeftBorder.Allows(text, at))
        {
            _layers?.AddBroken(text, at);
        }

        return !_claims.Suffice;
    }

    public bool OnDense(ReadOnlySpan<byte> text, int at)
    {
        SawDense = true;
        if (!Joins)
        {
            return true;
        }

        // A run of twice that length has one whole block of its own kind, however it lies
        if (at >= _shapeEnd)
        {
            OnShapeRun(text, at);
        }

        if (at >= _encodedEnd && _layers is not null)
        {
            _encodedEnd = _layers.AddEncoded(text, at);
        }

        return !_claims.Suffice;
    }

    private void OnShapeRun(ReadOnlySpan<byte> text, int at)
    {
        var run = _shapeSet.RunLength(text[at..], MaxToken);
        _shapeEnd = at + run;
        var start = run < LiteralSearch.DenseLength ? at : at - _shapeSet.RunLengthBackwards(text[..at], MaxToken);

        // Names in code are long as well, but hardly have a digit
        if (_shapeEnd - start >= _program.ShortestShape && text[start.._shapeEnd].ContainsAnyInRange((byte)'0', (byte)'9'))
        {
            TryShapes(text, start);
        }
    }

    /// <summary>A shapeless token may begin with the run, or behind a sign or escape inside it.</summary>
    private void TryShapes(ReadOnlySpan<byte> text, int start)
    {
        for (var at = start; at <= _shapeEnd - _program.ShortestShape; at++)
        {
            if (at - start >= MaxHead && char.IsAsciiLetterOrDigit((char)text[at - 1]))
            {
                continue;
            }

            if (LeftBorder.Allows(text, at))
            {
                foreach (var rule in _program.Shapes)
                {
                    if (rule.Owners is null || (rule.Pattern.TryMatch(text, at, out _) && IsNamed(rule.Owners, text, at)))
                    {
                        TryAt(rule, text, at, 0);
                    }
                }
            }
        }
    }

    private static bool IsNamed(ServiceNames owners, ReadOnlySpan<byte> text, int at)
    {
        var end = Assignment.NameEnd(text, at);
        if (end < 0)
        {
            return false;
        }

        var name = text[Math.Max(0, end - OwnerWindow)..end];
        return !SecretName.IsOfProtocol(name) && (owners.StandAtEnd(name) || owners.StandAtEnd(text[(end - name.Length)..Math.Max(end - name.Length, Assignment.WithoutLink(text, end))]));
    }

    private void TryRule(CompiledRule rule, ReadOnlySpan<byte> text, int at, int length)
    {
        switch (rule.Rule.Place)
        {
            case KeyPlace.Start:
                TryAt(rule, text, at, length);
                break;
            case KeyPlace.Inside:
                TryAround(rule, text, at);
                break;
            case KeyPlace.Context:
                TryBehind(rule, text, at, length);
                break;
            case KeyPlace.Assigned:
                TryAssigned(rule, text, at, length);
                break;
            case KeyPlace.Owned:
                TryOwned(rule, text, at, length);
                break;
            case KeyPlace.Pem:
                TryPem(rule, text, at);
                break;
        }
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

    /// <summary>The first fitting token behind a name of its owner.</summary>
    private void TryBehind(CompiledRule rule, ReadOnlySpan<byte> text, int at, int length)
    {
        if (at > 0 && ContinuesWord(text[at - 1], text[at]))
        {
            return;
        }

        var start = at + length;
        var end = Math.Min(text.Length, start + rule.Rule.Window);
        var alphabet = rule.Pattern.Alphabet;
        var lines = 0;
        for (var i = start; i < end;)
        {
            if (!alphabet.Contains(text[i]))
            {
                lines += text[i] == '\n' ? 1 : 0;
                i++;
                continue;
            }

            if (lines > MaxLinesBetween)
            {
                return;
            }

            var run = alphabet.RunLength(text[i..], MaxToken);
            if (run >= rule.Pattern.MinLength && TryRun(rule, text, at, start, i, Math.Min(i + run, end)))
            {
                return;
            }

            i += run;
        }
    }

    /// <summary>A run of a rule's alphabet: the token begins with it or behind an equals sign inside it.</summary>
    private bool TryRun(CompiledRule rule, ReadOnlySpan<byte> text, int keyword, int start, int run, int end)
    {
        for (var i = run; i < end; i++)
        {
            var between = text[keyword..i];
            if ((i == run || text[i - 1] == '=') && (!rule.Rule.Cue || _claims.Looking || Cues.SpeakFor(between) || Cues.IsAssignment(text[start..i])) && !Cues.SpeakAgainst(between)
                && TryAt(rule, text, i, 0, Math.Max(0, 16 - ((i - start) / 6))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContinuesWord(byte before, byte first) =>
        (char.IsAsciiLetterLower((char)before) && char.IsAsciiLetterLower((char)first)) || (char.IsAsciiLetterUpper((char)before) && char.IsAsciiLetterUpper((char)first));

    private void TryAssigned(CompiledRule rule, ReadOnlySpan<byte> text, int at, int length)
    {
        var start = Assignment.ValueStart(text, at, at + length, out var quote);
        if (start >= 0 && rule.Pattern.TryMatch(text, start, out var match) && Assignment.EndsValue(text, match.End, quote)
            && !IsNoValue(text, at, at + length, match, quote)
            && !((quote == 0 || text[(at + length)..match.Start].IndexOf((byte)',') >= 0) && Assignment.IsReference(text[match.KeyStart..match.KeyEnd], text[at..match.KeyStart], text[match.End..])))
        {
            _claims.Accept(rule, text, match, 0, 0);
        }
    }

    /// <summary>Part of a resource's name, the name of what comes next in a map, or a number that tells requests apart.</summary>
    private static bool IsNoValue(ReadOnlySpan<byte> text, int at, int end, PatternMatch match, byte quote) =>
        Assignment.IsInResourceName(text, at) || (quote != 0 && Assignment.NamesNext(text, match.End, quote))
        || (Names.IsUuid(text[match.KeyStart..match.KeyEnd]) && SecretName.NamesRequest(text[Math.Max(0, at - OwnerWindow)..at], text[at..end]));

    private void TryOwned(CompiledRule rule, ReadOnlySpan<byte> text, int at, int length)
    {
        // The rules of one keyword ask the same
        if (_looseEnd != at + length)
        {
            (_looseEnd, _looseStart) = (at + length, Assignment.LooseStart(text, at + length));
        }

        var start = _looseStart;
        if (start < 0)
        {
            return;
        }

        // The name of an owner says more than the name of a variable
        var before = text[Math.Max(0, at - OwnerWindow)..at];
        if (rule.Pattern.TryMatch(text, start, out var match) && Assignment.EndsOwned(text, match.End) && !SecretName.IsPublic(before)
            && rule.Holds(text[match.KeyStart..match.KeyEnd]) && rule.Owners!.StandIn(before) && !IsSomethingElse(text, at, at + length, match))
        {
            _claims.Accept(rule, text, match, 0, 4);
        }
    }

    /// <summary>An identifier, a path, a resource name, or a declaration in code: what stands behind a word such as key and is none.</summary>
    private static bool IsSomethingElse(ReadOnlySpan<byte> text, int at, int end, PatternMatch match)
    {
        var between = text[end..match.Start];
        var isBare = !between.TrimStart((byte)'s').ContainsAnyExcept(" \t"u8);
        return SecretName.IsIdentifier(between) || Assignment.IsAssigned(text, match.End) || Cues.SpeakAgainst(text[Math.Max(0, at - OwnerWindow)..match.Start])
            || (between.TrimStart((byte)'s') is [(byte)'.' or (byte)'/'] && IsMember(text[match.Start..match.End]))
            || (isBare && ((at > 0 && text[at - 1] == '/') || Assignment.IsStatement(text[match.End..])));
    }

    /// <summary>Names joined by dots or slashes, or one made of words: "Tokens.X509SecurityKey", "secrets.cpython-311.pyc".</summary>
    private static bool IsMember(ReadOnlySpan<byte> name) => name.IndexOfAny((byte)'.', (byte)'/') >= 0 || LetterPairs.Evidence(name) >= MemberEvidence;

    private void TryPem(CompiledRule rule, ReadOnlySpan<byte> text, int at)
    {
        if (PemBlock.TryFind(text, at, out var end, out var body))
        {
            _claims.AddPem(rule, text, at, end, body);
        }
    }

    private bool TryAt(CompiledRule rule, ReadOnlySpan<byte> text, int at, int prefix, int closeness = 0) =>
        (LeftBorder.Allows(text, at, rule.Left) || _claims.EndAt(rule, at)) && rule.Pattern.TryMatch(text, at, out var match) && _claims.Accept(rule, text, match, prefix, closeness);
}
