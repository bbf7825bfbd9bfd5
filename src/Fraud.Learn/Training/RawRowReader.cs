using Fraud.Canonical;
using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Reads texts into raw rows. Not for concurrent use: one per thread.</summary>
internal sealed class RawRowReader(PitchDetectors detectors)
{
    private readonly TextViewsBuilder _views = new(detectors.Tables);
    private readonly PitchText _text = new(detectors.Lexicon);
    private readonly SortedDictionary<uint, FeatureGroup> _features = [];
    private readonly SortedDictionary<uint, FeatureGroup> _title = [];

    /// <summary>The features of a text.</summary>
    public RawRow Read(string text, DateOnly? postedOn)
    {
        var views = _views.Build(text);
        _text.Read(views);
        _features.Clear();
        _title.Clear();
        var sink = new Sink(_features);
        var parts = FeatureWalk.Walk(_text, detectors.Hints(views, postedOn), ref sink);
        var titleSink = new Sink(_title);
        var titleParts = FeatureWalk.WalkTitle(_text, ref titleSink);
        return new([.. _features.Keys], [.. _features.Values], parts) { Title = [.. _title.Keys], TitleParts = titleParts };
    }

    private readonly struct Sink(SortedDictionary<uint, FeatureGroup> features) : IFeatureSink
    {
        public void AddParts(scoped ReadOnlySpan<uint> keys, FeatureGroup group)
        {
            foreach (var key in keys)
            {
                AddWhole(key, group);
            }
        }

        public void AddWhole(uint key, FeatureGroup group)
        {
            if (key != 0)
            {
                features[key] = group;
            }
        }
    }
}
