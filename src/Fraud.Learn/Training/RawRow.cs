using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>The features of one text as read, before it is known which of them the model keeps.</summary>
/// <param name="Keys">Feature keys, ascending, each once.</param>
/// <param name="Groups">The group of each key.</param>
/// <param name="Parts">Number of parts, repeats counted.</param>
/// <param name="Title">Keys of the title, ascending; each is among all keys.</param>
/// <param name="TitleParts">Number of parts of the title.</param>
internal sealed record RawRow(uint[] Keys, FeatureGroup[] Groups, int Parts, uint[] Title, int TitleParts);
