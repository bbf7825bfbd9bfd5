using System.Text;

namespace Fraud.Collect.Decoding;

/// <summary>Big5 with the Hong Kong characters, as the Encoding Standard has it; the platform's code page 950 lacks 5,092 of its 18,590 characters.</summary>
internal sealed class Big5Charset() : Charset("big5")
{
    private const int Pointers = 19_782;
    private static readonly Lazy<byte[]> Table = new(() => DecodingTable.Load("big5.bin"));

    public override string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var lead = bytes[i];
            if (lead < 0x80)
            {
                text.Append((char)lead);
            }
            else if (lead is 0x80 or 0xFF || i + 1 == bytes.Length)
            {
                text.Append(Replacement);
            }
            else if (Append(text, lead, bytes[i + 1]))
            {
                i++;
            }
            else
            {
                text.Append(Replacement);
                // An ASCII byte after a stray lead is kept
                i += bytes[i + 1] < 0x80 ? 0 : 1;
            }
        }

        return text.ToString();
    }

    private static bool Append(StringBuilder text, byte lead, byte trail)
    {
        if (trail is not ((>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE)))
        {
            return false;
        }

        var pointer = ((lead - 0x81) * 157) + trail - (trail < 0x7F ? 0x40 : 0x62);
        if (pointer is 1133 or 1135 or 1164 or 1166)
        {
            text.Append(pointer < 1150 ? '\u00CA' : '\u00EA').Append(pointer is 1133 or 1164 ? '\u0304' : '\u030C');
            return true;
        }

        var table = Table.Value;
        var low = table[pointer * 2] | (table[(pointer * 2) + 1] << 8);
        if (low == 0)
        {
            return false;
        }

        var plane2 = (table[(Pointers * 2) + (pointer / 8)] >> (pointer % 8) & 1) == 1;
        text.Append(plane2 ? char.ConvertFromUtf32(0x20000 | low) : ((char)low).ToString());
        return true;
    }
}
