namespace Fraud.Pitches;

/// <summary>How strongly each character of a text pulls towards risk: the weight of every two units and of every idea, spread over their characters.</summary>
internal sealed class PullMap(PitchClassifier classifier)
{
    private readonly ulong[] _seen = new ulong[(classifier.Table.Slots / 64) + 1];
    private readonly SlotList _slots = new();
    private float[] _pull = new float[256];
    private int _length;
    private float _friction;

    /// <summary>Reads the text scored last.</summary>
    public void Read(PitchText text, float[] ofParts, float[] ofWholes, float value, float titleValue)
    {
        _length = text.Text.Length;
        if (_pull.Length < _length)
        {
            _pull = new float[_length * 2];
        }

        _pull.AsSpan(0, _length).Clear();
        Forget();
        SpreadUnits(text.Units, ofParts, value + titleValue, 0, text.TitleUnits);
        SpreadUnits(text.Units, ofParts, value, text.TitleUnits, text.Units.Count);
        SpreadIdeas(text, ofWholes);
        _friction = Friction();
    }

    /// <summary>The stretch that pulls most and at least so much, which then pulls no more: its range and its sum; an empty range when there is none.</summary>
    public (int Start, int End, double Sum) TakeStrongest(double least)
    {
        var (start, end, best) = Strongest();
        var sum = 0.0;
        if (best < least)
        {
            return default;
        }

        foreach (ref var pull in _pull.AsSpan(start, end - start))
        {
            sum += pull;
            pull = -1;
        }

        return (start, end, sum);
    }

    // Pairs of units: single ones say little, longer ones repeat them
    private void SpreadUnits(Units units, float[] line, float value, int from, int to)
    {
        for (var i = from; i < to && i + 1 < units.Count; i++)
        {
            Spread(FeatureWalk.PairOfUnitsKey(units, i), units.Starts[i], units.Ends[i + 1], line, value);
        }
    }

    private void SpreadIdeas(PitchText text, float[] line)
    {
        var ideas = classifier.Lexicon.Ideas.Count;
        foreach (ref readonly var hit in text.Terms.Items)
        {
            if (hit.Value < ideas)
            {
                Spread(FeatureWalk.IdeaKey(hit.Value, text.Quoted[hit.Start] != 0), hit.Start, hit.End, line, 1);
            }
        }
    }

    // A feature counts once: where it stands first
    private void Spread(uint key, int start, int end, float[] line, float value)
    {
        var slot = classifier.Table.Find(key);
        if (slot < 0 || (_seen[slot >> 6] & (1UL << slot)) != 0)
        {
            return;
        }

        _seen[slot >> 6] |= 1UL << slot;
        _slots.Reserve(1)[0] = slot;
        _slots.Added(1);
        var each = classifier.Table.Dot(slot, line) * value / (end - start);
        foreach (ref var pull in _pull.AsSpan(start, end - start))
        {
            pull += each;
        }
    }

    private void Forget()
    {
        foreach (var slot in _slots.Items)
        {
            _seen[slot >> 6] = 0;
        }

        _slots.Clear();
    }

    // A character must pull harder than most to lengthen a stretch
    private float Friction()
    {
        var (sum, count) = (0f, 0);
        foreach (var p in _pull.AsSpan(0, _length))
        {
            sum += MathF.Max(0, p);
            count += p > 0 ? 1 : 0;
        }

        return sum / Math.Max(1, count);
    }

    // The stretch with the greatest sum (Kadane)
    private (int Start, int End, double Sum) Strongest()
    {
        var (bestStart, bestEnd, best) = (0, 0, 0.0);
        var (start, sum) = (0, 0.0);
        for (var i = 0; i < _length; i++)
        {
            if (sum <= 0)
            {
                (start, sum) = (i, 0);
            }

            sum += _pull[i] - _friction;
            if (sum > best)
            {
                (bestStart, bestEnd, best) = (start, i + 1, sum);
            }
        }

        return (bestStart, bestEnd, best);
    }
}
