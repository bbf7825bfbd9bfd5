namespace Fraud.Pitches;

/// <summary>Receives the features of a text. A feature counts once however often it is added.</summary>
internal interface IFeatureSink
{
    /// <summary>One feature.</summary>
    void Add(uint key, FeatureGroup group);
}
