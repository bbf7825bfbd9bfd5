namespace Fraud.Pitches;

/// <summary>Spreads the weight of every run of units over its characters.</summary>
internal readonly ref struct PullSink(PitchClassifier classifier, float[] line, float[] pull, Units units, float value)
{
    /// <summary>Walks the runs of one to three units.</summary>
    public void Walk()
    {
        for (var i = 0; i < units.Count; i++)
        {
            for (var length = 1; length <= 3 && i + length <= units.Count; length++)
            {
                var slot = classifier.Table.Find(FeatureWalk.GramKey(units, i, length));
                if (slot >= 0)
                {
                    var (start, end) = (units.Starts[i], units.Ends[i + length - 1]);
                    Spread(pull, start, end, classifier.Table.Dot(slot, line) * value / (end - start));
                }
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
