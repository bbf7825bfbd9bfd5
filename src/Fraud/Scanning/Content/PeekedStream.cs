namespace Fraud.Scanning;

/// <summary>A forward-only stream whose first bytes can be looked at before it is read. The inner stream stays open.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _length;
    private int _given;

    public PeekedStream(Stream inner, int peek)
    {
        _inner = inner;
        _head = new byte[peek];
        _length = inner.ReadAtLeast(_head, peek, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes; fewer than asked for only at the end of the stream.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    public override int Read(Span<byte> buffer)
    {
        if (_given == _length)
        {
            return _length < _head.Length ? 0 : _inner.Read(buffer);
        }

        var part = Math.Min(buffer.Length, _length - _given);
        _head.AsSpan(_given, part).CopyTo(buffer);
        _given += part;
        return part;
    }

    protected override void Dispose(bool disposing)
    {
        // What was looked at may hold a key
        Array.Clear(_head);
        base.Dispose(disposing);
    }
}
