using Fraud.Text;

namespace Fraud.Canonical;

/// <summary>One reading of a text with a map back to the original UTF-16 offsets. Owned by its builder and valid until the next build.</summary>
public sealed class TextView
{
    private char[] _chars = new char[256];
    private int[] _starts = [];
    private int[] _ends = [];

    internal TextView()
    {
    }

    /// <summary>The text of this view.</summary>
    public ReadOnlySpan<char> Text => _chars.AsSpan(0, Length);

    /// <summary>Number of UTF-16 units in this view.</summary>
    public int Length { get; private set; }

    /// <summary>Whether unit i of the view is unit i of the original.</summary>
    public bool IsAligned { get; private set; }

    /// <summary>First original unit of the view's unit <paramref name="index"/>; at the end of the view, the end of its last unit.</summary>
    public int OriginalStart(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)Length);
        return IsAligned ? index : index < Length ? _starts[index] : index == 0 ? 0 : _ends[index - 1];
    }

    /// <summary>The range of the original text that the half-open range of the view was read from.</summary>
    public TextSpan ToOriginal(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Length);
        if (IsAligned || start >= end)
        {
            var at = OriginalStart(start);
            return new(at, Math.Max(at, IsAligned ? end : at));
        }

        return new(_starts[start], _ends[end - 1]);
    }

    /// <inheritdoc/>
    public override string ToString() => new(Text);

    /// <summary>Empties the view and hands out its characters to be written one for one.</summary>
    internal Span<char> BeginAligned(int length)
    {
        Length = 0;
        IsAligned = true;
        if (_chars.Length < length)
        {
            _chars = new char[Math.Max(length, _chars.Length * 2)];
        }

        return _chars.AsSpan(0, length);
    }

    /// <summary>Ends an aligned write.</summary>
    internal void EndAligned(int length) => Length = length;

    /// <summary>Leaves the aligned state: from here on every unit carries its own range.</summary>
    internal void BeginMapped(int written, int capacity)
    {
        Length = written;
        IsAligned = false;
        Reserve(capacity);
        for (var i = 0; i < written; i++)
        {
            _starts[i] = i;
            _ends[i] = i + 1;
        }
    }

    /// <summary>Empties the view for mapped writing.</summary>
    internal void BeginMapped(int capacity) => BeginMapped(0, capacity);

    /// <summary>Adds one unit read from the original range.</summary>
    internal void Append(char c, int start, int end)
    {
        if (Length == _chars.Length || Length == _starts.Length)
        {
            Reserve(Math.Max(64, Length * 2));
        }

        _chars[Length] = c;
        _starts[Length] = start;
        _ends[Length++] = end;
    }

    /// <summary>Adds a range of another view with its map.</summary>
    internal void AppendFrom(TextView source, int start, int end)
    {
        var count = end - start;
        Reserve(Length + count);
        source._chars.AsSpan(start, count).CopyTo(_chars.AsSpan(Length));
        if (source.IsAligned)
        {
            for (var i = 0; i < count; i++)
            {
                _starts[Length + i] = start + i;
                _ends[Length + i] = start + i + 1;
            }
        }
        else
        {
            source._starts.AsSpan(start, count).CopyTo(_starts.AsSpan(Length));
            source._ends.AsSpan(start, count).CopyTo(_ends.AsSpan(Length));
        }

        Length += count;
    }

    /// <summary>Drops units from the end.</summary>
    internal void Truncate(int length) => Length = length;

    /// <summary>Replaces one unit in place.</summary>
    internal void Replace(int index, char c) => _chars[index] = c;

    /// <summary>Lets the last unit reach further in the original.</summary>
    internal void ExtendLast(int end) => _ends[Length - 1] = end;

    private void Reserve(int capacity)
    {
        if (_chars.Length < capacity)
        {
            Array.Resize(ref _chars, Math.Max(capacity, _chars.Length * 2));
        }

        if (_starts.Length < _chars.Length)
        {
            Array.Resize(ref _starts, _chars.Length);
            Array.Resize(ref _ends, _chars.Length);
        }
    }
}
