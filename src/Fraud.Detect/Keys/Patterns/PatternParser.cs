namespace Fraud.Keys.Patterns;

/// <summary>
/// Compiles the anchored dialect of the rules: literals, [sets], \d \w \s, (groups|choices), (?&lt;key&gt;…) for the secret part,
/// ? * + {n} {n,} {n,m}, and (?i) at the start. Everything is greedy; there are no look-arounds and no back references.
/// </summary>
internal sealed class PatternParser(string pattern)
{
    private const int Unbounded = 8192;
    private static readonly ByteSet _digits = ByteSet.Where(b => char.IsAsciiDigit((char)b));
    private static readonly ByteSet _words = ByteSet.Where(b => char.IsAsciiLetterOrDigit((char)b) || b == '_');
    private static readonly ByteSet _spaces = ByteSet.Where(b => b is 32 or (>= 9 and <= 13));
    private static readonly ByteSet _any = ByteSet.Where(b => b is not 10 and not 13);

    private readonly List<PatternOp> _ops = [];
    private bool _ignoreCase;
    private int _at;

    public PatternOp[] Parse()
    {
        if (pattern.StartsWith("(?i)", StringComparison.Ordinal))
        {
            _ignoreCase = true;
            _at = 4;
        }

        ParseChoice();
        if (_at < pattern.Length)
        {
            throw Fault("unexpected character");
        }

        _ops.Add(new PatternOp(PatternOpKind.End));
        return [.. _ops];
    }

    private void ParseChoice()
    {
        var start = _ops.Count;
        List<int> jumps = [];
        ParseSequence();
        while (Take('|'))
        {
            _ops.Insert(start, new PatternOp(PatternOpKind.Split, _ops.Count + 2));
            Shift(start, 1);
            jumps.Add(_ops.Count);
            _ops.Add(new PatternOp(PatternOpKind.Jump));
            start = _ops.Count;
            ParseSequence();
        }

        foreach (var jump in jumps)
        {
            _ops[jump] = _ops[jump] with { Value = _ops.Count };
        }
    }

    private void ParseSequence()
    {
        while (_at < pattern.Length && pattern[_at] is not '|' and not ')')
        {
            var start = _ops.Count;
            if (Take('('))
            {
                ParseGroup();
            }
            else
            {
                var set = ParseAtom();
                _ops.Add(set.Count == 1 ? new PatternOp(PatternOpKind.Byte, Only(set)) : new PatternOp(PatternOpKind.Run, 0, set));
            }

            Quantify(start);
        }
    }

    private void ParseGroup()
    {
        var key = TakeText("?<key>");
        if (!key)
        {
            TakeText("?:");
        }

        if (key)
        {
            _ops.Add(new PatternOp(PatternOpKind.KeyStart));
        }

        ParseChoice();
        if (!Take(')'))
        {
            throw Fault("unclosed group");
        }

        if (key)
        {
            _ops.Add(new PatternOp(PatternOpKind.KeyEnd));
        }
    }

    private void Quantify(int start)
    {
        if (!TryQuantifier(out var min, out var max) || (min == 1 && max == 1))
        {
            return;
        }

        var body = _ops[start..];
        if (body is [{ Kind: PatternOpKind.Byte or PatternOpKind.Run, Min: 1, Max: 1 }])
        {
            var set = body[0].Set ?? ByteSet.Single((byte)body[0].Value);
            _ops[start] = new PatternOp(PatternOpKind.Run, 0, set, min, max);
            return;
        }

        if (max == Unbounded)
        {
            throw Fault("a repeated group needs an upper bound");
        }

        // A group is written out as often as it may occur, the optional ones behind a split
        _ops.RemoveRange(start, body.Count);
        List<int> splits = [];
        for (var i = 0; i < max; i++)
        {
            if (i >= min)
            {
                splits.Add(_ops.Count);
                _ops.Add(new PatternOp(PatternOpKind.Split));
            }

            var offset = _ops.Count - start;
            for (var j = 0; j < body.Count; j++)
            {
                _ops.Add(body[j].Kind is PatternOpKind.Split or PatternOpKind.Jump ? body[j] with { Value = body[j].Value + offset } : body[j]);
            }
        }

        splits.ForEach(s => _ops[s] = _ops[s] with { Value = _ops.Count });
    }

    private bool TryQuantifier(out int min, out int max)
    {
        (min, max) = (1, 1);
        if (Take('?'))
        {
            min = 0;
        }
        else if (Take('*'))
        {
            (min, max) = (0, Unbounded);
        }
        else if (Take('+'))
        {
            max = Unbounded;
        }
        else if (Take('{'))
        {
            min = Number();
            max = !Take(',') ? min : _at < pattern.Length && pattern[_at] == '}' ? Unbounded : Number();
            if (!Take('}') || max < min)
            {
                throw Fault("bad quantifier");
            }
        }
        else
        {
            return false;
        }

        return true;
    }

    private ByteSet ParseAtom()
    {
        ByteSet set;
        switch (pattern[_at])
        {
            case '[':
                return ParseSet();
            case '.':
                _at++;
                return _any;
            case '\\':
                set = ParseEscape();
                break;
            default:
                set = ByteSet.Single((byte)pattern[_at++]);
                break;
        }

        return _ignoreCase ? set.FoldCase() : set;
    }

    /// <summary>Reads a bracketed set at the present place.</summary>
    public ByteSet ParseSet()
    {
        _at++;
        var negated = Take('^');
        var set = ByteSet.None;
        while (_at < pattern.Length && pattern[_at] != ']')
        {
            set = set.Union(ParseSetPart());
        }

        if (!Take(']'))
        {
            throw Fault("unclosed set");
        }

        set = _ignoreCase ? set.FoldCase() : set;
        return negated ? set.Complement() : set;
    }

    private ByteSet ParseSetPart()
    {
        var first = pattern[_at] == '\\' ? ParseEscape() : ByteSet.Single((byte)pattern[_at++]);
        if (first.Count != 1 || _at + 1 >= pattern.Length || pattern[_at] != '-' || pattern[_at + 1] == ']')
        {
            return first;
        }

        _at++;
        var from = Only(first);
        var to = pattern[_at] == '\\' ? Only(ParseEscape()) : (byte)pattern[_at++];
        return from <= to ? ByteSet.Range(from, to) : throw Fault("reversed range");
    }

    private ByteSet ParseEscape()
    {
        _at++;
        var c = _at < pattern.Length ? pattern[_at++] : throw Fault("ends in a backslash");
        return c switch
        {
            'd' => _digits,
            'w' => _words,
            's' => _spaces,
            'S' => _spaces.Complement(),
            'n' => ByteSet.Single((byte)'\n'),
            'r' => ByteSet.Single((byte)'\r'),
            't' => ByteSet.Single((byte)'\t'),
            _ when char.IsAsciiLetterOrDigit(c) => throw Fault("unknown escape"),
            _ => ByteSet.Single((byte)c),
        };
    }

    private static byte Only(ByteSet set)
    {
        byte b = 0;
        while (!set.Contains(b))
        {
            b++;
        }

        return b;
    }

    /// <summary>Moves the targets of the steps behind an inserted one.</summary>
    private void Shift(int inserted, int by)
    {
        for (var i = inserted + 1; i < _ops.Count; i++)
        {
            if (_ops[i] is { Kind: PatternOpKind.Split or PatternOpKind.Jump } op && op.Value >= inserted)
            {
                _ops[i] = op with { Value = op.Value + by };
            }
        }
    }

    private int Number()
    {
        var start = _at;
        while (_at < pattern.Length && char.IsAsciiDigit(pattern[_at]))
        {
            _at++;
        }

        return start < _at ? int.Parse(pattern.AsSpan(start, _at - start), System.Globalization.CultureInfo.InvariantCulture) : throw Fault("number expected");
    }

    private bool Take(char c)
    {
        var there = _at < pattern.Length && pattern[_at] == c;
        _at += there ? 1 : 0;
        return there;
    }

    private bool TakeText(string text)
    {
        var there = string.CompareOrdinal(pattern, _at, text, 0, text.Length) == 0;
        _at += there ? text.Length : 0;
        return there;
    }

    private FormatException Fault(string what) => new($"{what} at character {_at} of pattern {pattern}");
}
