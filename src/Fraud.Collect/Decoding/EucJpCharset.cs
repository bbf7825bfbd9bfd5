using System.Text;

namespace Fraud.Collect.Decoding;

/// <summary>EUC-JP with JIS X 0212, whose 6,067 characters the platform's decoder lacks.</summary>
internal sealed class EucJpCharset() : Charset("euc-jp")
{
    private const int Side = 94;
    private static readonly Lazy<byte[]> Supplement = new(() => DecodingTable.Load("jis0212.bin"));
    private static readonly Lazy<char[]> Basic = new(ReadBasic);

    public override string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var lead = bytes[i];
            if (lead < 0x80)
            {
                text.Append((char)lead);
                continue;
            }

            var supplement = lead == 0x8F;
            var at = supplement ? i + 1 : i;
            if (at + 1 >= bytes.Length)
            {
                text.Append(Replacement);
                break;
            }

            var c = Character(bytes[at], bytes[at + 1], supplement);
            text.Append(c == 0 ? Replacement : c);
            i = c != 0 || bytes[at + 1] >= 0x80 ? at + 1 : at;
        }

        return text.ToString();
    }

    private static char Character(byte lead, byte trail, bool supplement)
    {
        if (lead == 0x8E && !supplement)
        {
            return trail is >= 0xA1 and <= 0xDF ? (char)(0xFF61 - 0xA1 + trail) : '\0';
        }

        if (lead is < 0xA1 or > 0xFE || trail is < 0xA1 or > 0xFE)
        {
            return '\0';
        }

        var pointer = ((lead - 0xA1) * Side) + trail - 0xA1;
        return supplement ? (char)(Supplement.Value[pointer * 2] | (Supplement.Value[(pointer * 2) + 1] << 8)) : Basic.Value[pointer];
    }

    // Shift_JIS holds the same table in another order of bytes, and the platform has that right
    private static char[] ReadBasic()
    {
        var shiftJis = new NetCharset("shift_jis", 932);
        var table = new char[Side * Side];
        for (var pointer = 0; pointer < table.Length; pointer++)
        {
            var (lead, trail) = (pointer / 188, pointer % 188);
            var text = shiftJis.Decode([(byte)(lead + (lead < 0x1F ? 0x81 : 0xC1)), (byte)(trail + (trail < 0x3F ? 0x40 : 0x41))]);
            table[pointer] = text.Length == 1 && text[0] != Replacement ? text[0] : '\0';
        }

        return table;
    }
}
