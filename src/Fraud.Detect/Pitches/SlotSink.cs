namespace Fraud.Pitches;

/// <summary>Turns features into table slots, each once a text, and asks for their rows ahead of use.</summary>
internal readonly ref struct SlotSink(WeightTable table, ulong[] seen, SlotList parts, SlotList wholes) : IFeatureSink
{
    /// <inheritdoc/>
    public void Add(uint key, FeatureGroup group)
    {
        var slot = table.Find(key);
        if (slot < 0 || (seen[slot >> 6] & (1UL << (slot & 63))) != 0)
        {
            return;
        }

        seen[slot >> 6] |= 1UL << (slot & 63);
        table.Prefetch(slot);
        (group <= FeatureGroup.Letters ? parts : wholes).Add(slot);
    }
}
