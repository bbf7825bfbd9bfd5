namespace Fraud.Pitches;

/// <summary>A text as a row of units in reused flat arrays.</summary>
internal sealed class Units
{
    private int _capacity;

    public Units() => Grow(512);

    /// <summary>Number of units.</summary>
    public int Count { get; private set; }

    /// <summary>Identity of each unit.</summary>
    public uint[] Hashes { get; private set; } = [];

    /// <summary>Kind of each unit.</summary>
    public UnitKind[] Kinds { get; private set; } = [];

    /// <summary>First character of each unit in the view.</summary>
    public int[] Starts { get; private set; } = [];

    /// <summary>One past the last character of each unit.</summary>
    public int[] Ends { get; private set; } = [];

    /// <summary>Whose words the unit belongs to: 0 the author's, 1 quoted.</summary>
    public byte[] Channels { get; private set; } = [];

    /// <summary>Empties the row and makes room for a text of this length: no unit is shorter than a character.</summary>
    public void Clear(int length)
    {
        Count = 0;
        if (length > _capacity)
        {
            Grow(length * 2);
        }
    }

    public void Add(uint hash, UnitKind kind, int start, int end, byte channel)
    {
        var at = Count++;
        Hashes[at] = hash;
        Kinds[at] = kind;
        Starts[at] = start;
        Ends[at] = end;
        Channels[at] = channel;
    }

    private void Grow(int capacity)
    {
        var (hashes, kinds, starts, ends, channels) = (Hashes, Kinds, Starts, Ends, Channels);
        Array.Resize(ref hashes, capacity);
        Array.Resize(ref kinds, capacity);
        Array.Resize(ref starts, capacity);
        Array.Resize(ref ends, capacity);
        Array.Resize(ref channels, capacity);
        (Hashes, Kinds, Starts, Ends, Channels) = (hashes, kinds, starts, ends, channels);
        _capacity = capacity;
    }
}
