using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Names of the features that stand for something a person can name.</summary>
internal static class FeatureNames
{
    /// <summary>By index into the keys.</summary>
    public static Dictionary<int, string> Of(uint[] keys, Lexicon lexicon)
    {
        var names = new Dictionary<int, string>();
        foreach (var (key, name) in All(lexicon))
        {
            var at = Array.BinarySearch(keys, key);
            if (at >= 0)
            {
                names[at] = name;
            }
        }

        return names;
    }

    private static IEnumerable<(uint Key, string Name)> All(Lexicon lexicon)
    {
        foreach (var (how, quoted) in new[] { ("", false), (" (quoted)", true) })
        {
            for (var i = 0; i < lexicon.Ideas.Count; i++)
            {
                yield return (FeatureWalk.IdeaKey(i, quoted), $"idea {lexicon.Ideas[i]}{how}");
            }

            for (var i = 0; i < lexicon.Signals.Count; i++)
            {
                yield return (FeatureWalk.SignalKey(i, quoted), $"signal {lexicon.Signals[i].Id}{how}");
            }
        }

        foreach (var hint in Enum.GetValues<PitchHint>())
        {
            yield return (FeatureWalk.HintKey((int)hint), $"fact {hint}");
        }
    }
}
