namespace Fraud.Pitches;

/// <summary>Receives the features of a text. A feature counts once however often it is added.</summary>
internal interface IFeatureSink
{
    /// <summary>Features whose weight shrinks with the length of the text.</summary>
    void AddParts(scoped ReadOnlySpan<uint> keys, FeatureGroup group);

    /// <summary>A feature whose weight does not.</summary>
    void AddWhole(uint key, FeatureGroup group);
}
