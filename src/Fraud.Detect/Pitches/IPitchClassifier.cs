using Fraud.Canonical;

namespace Fraud.Pitches;

/// <summary>Tells what the author of a text does. Pure, safe for concurrent use, answers for any input.</summary>
public interface IPitchClassifier
{
    /// <summary>Model name and version, such as "pitch@3f2a".</summary>
    string Version { get; }

    /// <summary>Reads one text with what the other detectors found in it.</summary>
    PitchReading Classify(TextViews views, in PitchEvidence evidence);
}
