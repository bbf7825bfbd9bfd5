namespace Fraud.Pitches;

/// <summary>Turns found terms into signals by keeping, per wording, how far it has been matched. One pass, no regular expressions.</summary>
internal sealed class SignalMatcher
{
    private const int NumberSet = 0;
    private readonly Use[] _uses;
    private readonly int[] _firstUses;
    private readonly int _firstValue;

    /// <summary>Compiles the wordings; their terms report values from <paramref name="firstValue"/> on.</summary>
    public SignalMatcher(SignalPattern[] patterns, int firstValue)
    {
        _firstValue = firstValue;
        var sets = new Dictionary<string, int>(StringComparer.Ordinal) { ["#"] = NumberSet };
        var uses = new List<List<Use>> { new() };
        var terms = new List<(string Term, int Value)>();
        foreach (var pattern in patterns)
        {
            for (var s = 0; s < pattern.Steps.Count; s++)
            {
                var step = pattern.Steps[s];
                if (!sets.TryGetValue(string.Join('/', step), out var set))
                {
                    set = sets[string.Join('/', step)] = uses.Count;
                    uses.Add([]);
                    foreach (var term in step.Distinct(StringComparer.Ordinal))
                    {
                        terms.Add((term, firstValue + set));
                    }
                }

                uses[set].Add(new(StateSize + s, s > 0, pattern.Gaps[s], s == pattern.Steps.Count - 1 ? pattern.Signal : -1));
            }

            StateSize += pattern.Steps.Count;
        }

        _firstUses = new int[uses.Count + 1];
        for (var i = 0; i < uses.Count; i++)
        {
            _firstUses[i + 1] = _firstUses[i] + uses[i].Count;
        }

        _uses = new Use[_firstUses[^1]];
        for (var i = 0; i < uses.Count; i++)
        {
            uses[i].CopyTo(_uses, _firstUses[i]);
        }

        Terms = terms;
    }

    /// <summary>Terms for the trie.</summary>
    public IReadOnlyList<(string Term, int Value)> Terms { get; }

    /// <summary>Number of steps over all wordings: the size of the state.</summary>
    public int StateSize { get; }

    /// <summary>Reads terms and numbers in order of place; reports signals by index.</summary>
    public void Match(ReadOnlySpan<char> text, ReadOnlySpan<Hit> terms, Units units, MatchState state, HitList signals)
    {
        state.Begin(StateSize);
        var number = 0;
        foreach (ref readonly var term in terms)
        {
            if (term.Value >= _firstValue)
            {
                number = Numbers(text, units, number, term.Start, state, signals);
                Step(text, term.Value - _firstValue, term.Start, term.End, state, signals);
            }
        }

        Numbers(text, units, number, text.Length, state, signals);
    }

    private int Numbers(ReadOnlySpan<char> text, Units units, int number, int before, MatchState state, HitList signals)
    {
        var numbers = units.Numbers;
        for (; number < numbers.Length && units.Starts[numbers[number]] <= before; number++)
        {
            Step(text, NumberSet, units.Starts[numbers[number]], units.Ends[numbers[number]], state, signals);
        }

        return number;
    }

    private void Step(ReadOnlySpan<char> text, int set, int start, int end, MatchState state, HitList signals)
    {
        foreach (ref readonly var use in _uses.AsSpan(_firstUses[set].._firstUses[set + 1]))
        {
            var begin = start;
            if (use.Follows && !(state.TryGet(use.State - 1, out begin, out var reached) && reached <= start && Reaches(text, reached, start, use.Gap)))
            {
                continue;
            }

            if (use.Signal >= 0)
            {
                signals.Add(use.Signal, begin, end);
            }
            else
            {
                state.Set(use.State, begin, end);
            }
        }
    }

    private static bool Reaches(ReadOnlySpan<char> text, int from, int to, int gap) =>
        to - from <= gap && text[from..to].IndexOfAny("。!?\n") < 0;

    // One step of one wording; its signal when it is the last, else -1
    private readonly record struct Use(int State, bool Follows, int Gap, int Signal);
}
