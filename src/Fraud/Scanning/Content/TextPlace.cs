using System.Text;

namespace Fraud.Scanning;

/// <summary>Counts lines and columns along a text that is seen in parts.</summary>
internal struct TextPlace()
{
    /// <summary>Line, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Column, from 1, in UTF-16 units.</summary>
    public long Column { get; private set; } = 1;

    /// <summary>Goes on over the next bytes.</summary>
    public void Advance(ReadOnlySpan<byte> utf8)
    {
        var last = utf8.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            Line += utf8[..last].Count((byte)'\n') + 1;
            Column = 1;
        }

        Column += Encoding.UTF8.GetCharCount(utf8[(last + 1)..]);
    }
}
