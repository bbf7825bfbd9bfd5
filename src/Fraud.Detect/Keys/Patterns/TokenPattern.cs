namespace Fraud.Keys.Patterns;

/// <summary>A compiled pattern, matched at one place of a text. Only a character of the token's own alphabet continues a token.</summary>
internal sealed class TokenPattern
{
    // Enough for every sound match; stops a hostile text from making the choices multiply
    private const int StepBudget = 1024;

    // A head at least this long begins the next token where it stands
    private const int MinHead = 3;

    private readonly PatternOp[] _ops;
    private readonly ByteSet _right;
    private readonly ShorterRun?[] _shorter;

    public TokenPattern(string pattern, string? right = null)
    {
        _ops = new PatternParser(pattern).Parse();
        _right = right is not null ? ByteSet.Parse(right) : HoldsWhatFollows ? ByteSet.None : LastAlphabet(_ops);
        MinLength = ShortestFrom(0);
        _shorter = new ShorterRun?[_ops.Length];
        IsFixedLength = true;
        Alphabet = ByteSet.None;
        Head = new byte[HeadLength(_ops)];
        for (var i = 0; i < _ops.Length; i++)
        {
            IsFixedLength &= _ops[i].Min == _ops[i].Max;
            Alphabet = Alphabet.Union(SetOf(_ops[i]));
            if (i < Head.Length)
            {
                Head[i] = (byte)_ops[i].Value;
            }
        }

        for (var i = 0; i < _ops.Length; i++)
        {
            _shorter[i] = _ops[i].Kind == PatternOpKind.Run && _ops[i].Min != _ops[i].Max ? Shorter(i) : null;
        }
    }

    /// <summary>Length of the shortest match.</summary>
    public int MinLength { get; }

    /// <summary>Whether every match is equally long (choices aside).</summary>
    public bool IsFixedLength { get; }

    /// <summary>The fixed bytes the pattern begins with.</summary>
    public byte[] Head { get; }

    /// <summary>Every byte that some step of the pattern takes.</summary>
    public ByteSet Alphabet { get; }

    /// <summary>Matches at exactly this place, longest choice first.</summary>
    public bool TryMatch(ReadOnlySpan<byte> text, int at, out PatternMatch match)
    {
        var state = new State { KeyStart = -1, KeyEnd = -1, Budget = StepBudget };
        if (!Match(text, 0, at, ref state))
        {
            match = default;
            return false;
        }

        match = state.KeyStart < 0
            ? new PatternMatch(at, state.End, at, state.End)
            : new PatternMatch(at, state.End, state.KeyStart, state.KeyEnd);
        return true;
    }

    private bool Match(ReadOnlySpan<byte> text, int step, int at, ref State state)
    {
        while (state.Budget-- > 0)
        {
            ref readonly var op = ref _ops[step];
            switch (op.Kind)
            {
                case PatternOpKind.Byte:
                    if ((uint)at >= (uint)text.Length || text[at] != op.Value)
                    {
                        return false;
                    }

                    at++;
                    step++;
                    break;
                case PatternOpKind.Run:
                    var length = RunLength(op, text, at);
                    if (length < op.Min)
                    {
                        return false;
                    }

                    if (op.Min != op.Max && length > op.Min)
                    {
                        return MatchShorter(text, step, at, length, ref state);
                    }

                    at += length;
                    step++;
                    break;
                case PatternOpKind.Split:
                    if (Match(text, step + 1, at, ref state))
                    {
                        return true;
                    }

                    step = op.Value;
                    break;
                case PatternOpKind.Jump:
                    step = op.Value;
                    break;
                case PatternOpKind.KeyStart:
                    state.KeyStart = at;
                    step++;
                    break;
                case PatternOpKind.KeyEnd:
                    state.KeyEnd = at;
                    step++;
                    break;
                default:
                    state.End = at;
                    return EndsToken(text, at);
            }
        }

        return false;
    }

    /// <summary>Tries the rest after the run, longest first; of the shorter ones only those behind which the rest can begin.</summary>
    private bool MatchShorter(ReadOnlySpan<byte> text, int step, int at, int length, ref State state)
    {
        var search = _shorter[step]!.Value.Start(text, at, _ops[step].Min, length);
        for (; length >= 0 && state.Budget > 0; length = search.Next())
        {
            if (Match(text, step + 1, at + length, ref state))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What tells where a run may end early: the rest begins there, or the token ends in front of something no token has.</summary>
    private ShorterRun Shorter(int step)
    {
        var set = _ops[step].Set!;
        var first = FirstFrom(step + 1);
        if (!ReachesEnd(_ops, step + 1))
        {
            return new ShorterRun(first.Intersect(set), default, default);
        }

        return new ShorterRun(
            first.Union(_right.Complement()).Intersect(set),
            set.Contains((byte)'-') ? "--"u8.ToArray() : default,
            Head.Length >= MinHead && set.Contains(Head[0]) ? Head : default);
    }

    private static int RunLength(in PatternOp op, ReadOnlySpan<byte> text, int at)
    {
        if (op.Max == 1)
        {
            return (uint)at < (uint)text.Length && op.Set!.Contains(text[at]) ? 1 : 0;
        }

        var length = at < text.Length ? op.Set!.RunLength(text[at..], op.Max) : 0;

        // "key----password" is how account lists are written; no key has four dashes in a row
        if (length > 4 && op.Set!.Contains((byte)'-') && text.Slice(at, length).IndexOf("----"u8) is >= 0 and var cut)
        {
            length = cut;
        }

        return length;
    }

    private bool EndsToken(ReadOnlySpan<byte> text, int at) =>
        at >= text.Length || !_right.Contains(text[at]) || text[at..].StartsWith("--"u8)
        || (Head.Length >= MinHead && text[at..].StartsWith(Head));

    /// <summary>Whether the pattern itself says what stands behind the secret part.</summary>
    private bool HoldsWhatFollows => Array.FindLastIndex(_ops, op => op.Kind == PatternOpKind.KeyEnd) is >= 0 and var end && end < _ops.Length - 2;

    private static ByteSet LastAlphabet(PatternOp[] ops)
    {
        var all = ByteSet.None;
        // A step belongs to the end when nothing that must take a byte can follow it
        for (var i = 0; i < ops.Length; i++)
        {
            if (ops[i].Kind is PatternOpKind.Byte or PatternOpKind.Run && ReachesEnd(ops, i + 1))
            {
                all = all.Union(SetOf(ops[i]));
            }
        }

        return all;
    }

    private static int HeadLength(PatternOp[] ops)
    {
        var length = 0;
        while (ops[length].Kind == PatternOpKind.Byte)
        {
            length++;
        }

        return length;
    }

    private int ShortestFrom(int step) => _ops[step].Kind switch
    {
        PatternOpKind.End => 0,
        PatternOpKind.Byte => 1 + ShortestFrom(step + 1),
        PatternOpKind.Run => _ops[step].Min + ShortestFrom(step + 1),
        PatternOpKind.Split => Math.Min(ShortestFrom(step + 1), ShortestFrom(_ops[step].Value)),
        PatternOpKind.Jump => ShortestFrom(_ops[step].Value),
        _ => ShortestFrom(step + 1),
    };

    /// <summary>The bytes that may come next from this step on.</summary>
    private ByteSet FirstFrom(int step) => _ops[step].Kind switch
    {
        PatternOpKind.End => ByteSet.None,
        PatternOpKind.Byte => SetOf(_ops[step]),
        PatternOpKind.Run => _ops[step].Min > 0 ? _ops[step].Set! : _ops[step].Set!.Union(FirstFrom(step + 1)),
        PatternOpKind.Split => FirstFrom(step + 1).Union(FirstFrom(_ops[step].Value)),
        PatternOpKind.Jump => FirstFrom(_ops[step].Value),
        _ => FirstFrom(step + 1),
    };

    private static bool ReachesEnd(PatternOp[] ops, int step) => ops[step].Kind switch
    {
        PatternOpKind.End => true,
        PatternOpKind.Byte => false,
        PatternOpKind.Run => ops[step].Min == 0 && ReachesEnd(ops, step + 1),
        PatternOpKind.Split => ReachesEnd(ops, step + 1) || ReachesEnd(ops, ops[step].Value),
        PatternOpKind.Jump => ReachesEnd(ops, ops[step].Value),
        PatternOpKind.KeyStart or PatternOpKind.KeyEnd => ReachesEnd(ops, step + 1),
        _ => false,
    };

    private static ByteSet SetOf(PatternOp op) => op.Kind switch
    {
        PatternOpKind.Byte => ByteSet.Single((byte)op.Value),
        PatternOpKind.Run => op.Set!,
        _ => ByteSet.None,
    };

    private struct State
    {
        public int End;
        public int KeyStart;
        public int KeyEnd;
        public int Budget;
    }
}
