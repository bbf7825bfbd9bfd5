namespace Fraud.Scanning;

/// <summary>A forward-only view of a stream that tells how much was read.</summary>
internal sealed class MeteredStream(Stream inner, Action<int> onRead, bool leaveOpen = false) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        onRead(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
