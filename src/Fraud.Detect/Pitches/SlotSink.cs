namespace Fraud.Pitches;

/// <summary>Gathers features by how their weight counts and has their slots found.</summary>
internal ref struct SlotSink(SlotFinder finder, Span<uint> wholes, SlotList partSlots, SlotList wholeSlots) : IFeatureSink
{
    private readonly Span<uint> _wholes = wholes;
    private int _count;

    /// <inheritdoc/>
    public readonly void AddParts(scoped ReadOnlySpan<uint> keys, FeatureGroup group) => finder.Find(keys, partSlots);

    /// <inheritdoc/>
    public void AddWhole(uint key, FeatureGroup group)
    {
        if (_count == _wholes.Length)
        {
            Flush();
        }

        _wholes[_count++] = key;
    }

    /// <summary>Has the slots of what is still gathered found.</summary>
    public void Flush()
    {
        finder.Find(_wholes[.._count], wholeSlots);
        _count = 0;
    }
}
