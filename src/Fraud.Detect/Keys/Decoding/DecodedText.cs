using System.Buffers;

namespace Fraud.Keys.Decoding;

/// <summary>A decoded text that knows where each byte comes from. Reused; wiped when emptied.</summary>
internal sealed class DecodedText
{
    // What one thread may keep between texts
    private const int KeepLimit = 1 << 20;

    private byte[] _bytes = [];
    private Origin[] _origins = [];

    public int Length { get; private set; }

    /// <summary>Whether some byte was really decoded, so that a second look can find more.</summary>
    public bool Changed { get; set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Add(byte value, int start, int end)
    {
        if (Length == _bytes.Length)
        {
            Grow(Length + 1);
        }

        _bytes[Length] = value;
        _origins[Length++] = new Origin(start, end);
    }

    /// <summary>Adds bytes that stand for themselves.</summary>
    public void AddPlain(ReadOnlySpan<byte> text, int start, int end)
    {
        Grow(Length + end - start);
        text[start..end].CopyTo(_bytes.AsSpan(Length));
        for (var i = start; i < end; i++)
        {
            _origins[Length++] = new Origin(i, i + 1);
        }
    }

    /// <summary>The part of the source that a part of this text was decoded from.</summary>
    public Origin OriginOf(int start, int end) => new(_origins[start].Start, _origins[end - 1].End);

    public void Clear()
    {
        Array.Clear(_bytes, 0, Length);
        Length = 0;
        Changed = false;
        if (_bytes.Length > KeepLimit)
        {
            Return();
        }
    }

    private void Grow(int length)
    {
        if (length <= _bytes.Length)
        {
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Math.Max(1024, length * 2));
        var origins = ArrayPool<Origin>.Shared.Rent(bytes.Length);
        Bytes.CopyTo(bytes);
        _origins.AsSpan(0, Length).CopyTo(origins);
        Return();
        (_bytes, _origins) = (bytes, origins);
    }

    private void Return()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
            ArrayPool<Origin>.Shared.Return(_origins);
        }

        (_bytes, _origins) = ([], []);
    }
}
