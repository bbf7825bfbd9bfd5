using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>The features of one text as read, before it is known which of them the model keeps.</summary>
/// <param name="Keys">Feature keys, ascending, each once.</param>
/// <param name="Groups">The group of each key.</param>
/// <param name="Parts">Number of parts, repeats counted.</param>
internal sealed record RawRow(uint[] Keys, FeatureGroup[] Groups, int Parts)
{
    /// <summary>Those of the keys that stand in the title, ascending.</summary>
    public uint[] Title { get; init; } = [];

    /// <summary>Number of parts of the title, repeats counted.</summary>
    public int TitleParts { get; init; }
}
