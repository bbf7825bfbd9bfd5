namespace Fraud.Pitches;

/// <summary>Turns found terms into signals by keeping, per wording, how far it has been matched. One pass, no regular expressions.</summary>
internal sealed class SignalMatcher
{
    private readonly SignalPattern[] _patterns;
    private readonly int[] _offsets;
    private const int NumberSet = 0;
    private readonly (int Pattern, int Step)[][] _uses;
    private readonly int _firstValue;

    /// <summary>Compiles the wordings; their terms report values from <paramref name="firstValue"/> on.</summary>
    public SignalMatcher(SignalPattern[] patterns, int firstValue)
    {
        _patterns = patterns;
        _firstValue = firstValue;
        _offsets = new int[patterns.Length + 1];
        var sets = new Dictionary<string, int>(StringComparer.Ordinal) { ["#"] = 0 };
        var uses = new List<List<(int Pattern, int Step)>> { new() };
        var terms = new List<(string Term, int Value)>();
        for (var p = 0; p < patterns.Length; p++)
        {
            _offsets[p + 1] = _offsets[p] + patterns[p].Steps.Count;
            for (var s = 0; s < patterns[p].Steps.Count; s++)
            {
                var step = patterns[p].Steps[s];
                if (!sets.TryGetValue(string.Join('/', step), out var set))
                {
                    set = sets[string.Join('/', step)] = uses.Count;
                    uses.Add([]);
                    terms.AddRange(step.Distinct(StringComparer.Ordinal).Select(t => (t, firstValue + set)));
                }

                uses[set].Add((p, s));
            }
        }

        _uses = [.. uses.Select(u => u.ToArray())];
        Terms = terms;
    }

    /// <summary>Terms for the trie.</summary>
    public IReadOnlyList<(string Term, int Value)> Terms { get; }

    /// <summary>Number of steps over all wordings: the size of the state.</summary>
    public int StateSize => _offsets[^1];

    /// <summary>Reads terms and numbers in order of place; reports signals by index.</summary>
    public void Match(ReadOnlySpan<char> text, ReadOnlySpan<Hit> terms, Units units, MatchState state, HitList signals)
    {
        state.Begin(StateSize);
        var unit = 0;
        foreach (ref readonly var term in terms)
        {
            if (term.Value >= _firstValue)
            {
                unit = Numbers(text, units, unit, term.Start, state, signals);
                Step(text, term.Value - _firstValue, term.Start, term.End, state, signals);
            }
        }

        Numbers(text, units, unit, text.Length, state, signals);
    }

    private int Numbers(ReadOnlySpan<char> text, Units units, int unit, int before, MatchState state, HitList signals)
    {
        for (; unit < units.Count && units.Starts[unit] <= before; unit++)
        {
            if (units.Kinds[unit] == UnitKind.Number)
            {
                Step(text, NumberSet, units.Starts[unit], units.Ends[unit], state, signals);
            }
        }

        return unit;
    }

    private void Step(ReadOnlySpan<char> text, int set, int start, int end, MatchState state, HitList signals)
    {
        foreach (var (pattern, step) in _uses[set])
        {
            var at = _offsets[pattern] + step;
            var begin = start;
            if (step > 0 && !(state.TryGet(at - 1, out begin, out var reached) && reached <= start && Reaches(text, reached, start, _patterns[pattern].Gaps[step])))
            {
                continue;
            }

            if (step == _patterns[pattern].Steps.Count - 1)
            {
                signals.Add(_patterns[pattern].Signal, begin, end);
            }
            else
            {
                state.Set(at, begin, end);
            }
        }
    }

    private static bool Reaches(ReadOnlySpan<char> text, int from, int to, int gap) =>
        to - from <= gap && text[from..to].IndexOfAny("。!?\n") < 0;
}
