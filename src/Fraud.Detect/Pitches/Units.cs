namespace Fraud.Pitches;

/// <summary>A text as a row of units in reused flat arrays.</summary>
internal sealed class Units
{
    private int _capacity;
    private int[] _words = [];
    private int[] _numbers = [];
    private int _wordCount;
    private int _numberCount;

    public Units() => Grow(512);

    /// <summary>Number of units.</summary>
    public int Count { get; private set; }

    /// <summary>Identity of each unit.</summary>
    public uint[] Hashes { get; private set; } = [];

    /// <summary>First character of each unit in the view.</summary>
    public int[] Starts { get; private set; } = [];

    /// <summary>One past the last character of each unit.</summary>
    public int[] Ends { get; private set; } = [];

    /// <summary>Whose words the unit belongs to: 0 the author's, 1 quoted.</summary>
    public byte[] Channels { get; private set; } = [];

    /// <summary>The units that are words of letters.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, _wordCount);

    /// <summary>The units that are numbers.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, _numberCount);

    /// <summary>Empties the row and makes room for a text of this length: no unit is shorter than a character.</summary>
    public void Clear(int length)
    {
        Count = _wordCount = _numberCount = 0;
        if (length > _capacity)
        {
            Grow(length * 2);
        }
    }

    public void Add(uint hash, int start, int end, byte channel)
    {
        var at = Count++;
        Hashes[at] = hash;
        Starts[at] = start;
        Ends[at] = end;
        Channels[at] = channel;
    }

    public void AddWord(uint hash, int start, int end, byte channel)
    {
        _words[_wordCount++] = Count;
        Add(hash, start, end, channel);
    }

    public void AddNumber(uint hash, int start, int end, byte channel)
    {
        _numbers[_numberCount++] = Count;
        Add(hash, start, end, channel);
    }

    /// <summary>Adds one unit a character.</summary>
    public void AddRun(ReadOnlySpan<char> run, int start, ReadOnlySpan<byte> channels)
    {
        var hashes = Hashes.AsSpan(Count, run.Length);
        var starts = Starts.AsSpan(Count, run.Length);
        var ends = Ends.AsSpan(Count, run.Length);
        for (var i = 0; i < run.Length; i++)
        {
            hashes[i] = run[i];
            starts[i] = start + i;
            ends[i] = start + i + 1;
        }

        channels.CopyTo(Channels.AsSpan(Count));
        Count += run.Length;
    }

    /// <summary>Writes a border behind the last unit, so that runs of units may read over the end.</summary>
    public void Border(uint hash) => Hashes[Count] = Hashes[Count + 1] = hash;

    private void Grow(int capacity)
    {
        Hashes = new uint[capacity + 2];
        Starts = new int[capacity];
        Ends = new int[capacity];
        Channels = new byte[capacity];
        _words = new int[capacity];
        _numbers = new int[capacity];
        _capacity = capacity;
    }
}
