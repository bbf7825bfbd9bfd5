namespace Fraud.Pitches;

/// <summary>Turns features into table slots, each once a text.</summary>
internal readonly ref struct SlotSink(WeightTable table, int[] seen, int epoch, SlotList parts, SlotList wholes) : IFeatureSink
{
    /// <inheritdoc/>
    public void Add(uint key, FeatureGroup group)
    {
        var slot = table.Find(key);
        if (slot < 0 || seen[slot] == epoch)
        {
            return;
        }

        seen[slot] = epoch;
        (group <= FeatureGroup.Letters ? parts : wholes).Add(slot);
    }
}
