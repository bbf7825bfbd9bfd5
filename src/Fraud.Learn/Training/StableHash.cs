namespace Fraud.Training;

/// <summary>A hash that is the same in every process (FNV-1a with a last mix).</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    /// <summary>Chance that a text decides: equal texts, equal choices.</summary>
    public static Random ChanceOf(string text) => new((int)(Of(text) & int.MaxValue));
}
