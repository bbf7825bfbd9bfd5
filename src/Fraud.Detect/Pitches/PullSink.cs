namespace Fraud.Pitches;

/// <summary>Spreads the weight of every two units over their characters.</summary>
internal readonly ref struct PullSink(PitchClassifier classifier, float[] line, float[] pull, Units units, float value)
{
    /// <summary>Walks the pairs of units: single ones say little, longer ones repeat them.</summary>
    public void Walk()
    {
        for (var i = 0; i + 1 < units.Count; i++)
        {
            var slot = classifier.Table.Find(FeatureWalk.PairOfUnitsKey(units, i));
            if (slot >= 0)
            {
                var (start, end) = (units.Starts[i], units.Ends[i + 1]);
                Spread(pull, start, end, classifier.Table.Dot(slot, line) * value / (end - start));
            }
        }
    }

    /// <summary>Adds the same to every character of a range.</summary>
    public static void Spread(float[] pull, int start, int end, float each)
    {
        for (var i = start; i < end; i++)
        {
            pull[i] += each;
        }
    }
}
