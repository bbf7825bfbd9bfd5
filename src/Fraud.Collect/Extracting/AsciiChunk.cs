using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fraud.Collect.Extracting;

/// <summary>Sixteen ASCII characters looked at in one go: each question gives a bit for every character of which the answer is yes.</summary>
internal readonly struct AsciiChunk
{
    /// <summary>Characters in a chunk.</summary>
    public const int Size = 16;

    private readonly Vector256<ushort> _units;

    private AsciiChunk(Vector256<ushort> units) => _units = units;

    public uint Letters => Between(_units | Vector256.Create((ushort)0x20), 'a', 'z');

    public uint Upper => Between(_units, 'A', 'Z');

    public uint Digits => Between(_units, '0', '9');

    /// <summary>The chunk a text begins with; false when the text is shorter or holds another character there.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out AsciiChunk chunk)
    {
        if (text.Length < Size)
        {
            chunk = default;
            return false;
        }

        chunk = new(Vector256.Create<ushort>(MemoryMarshal.Cast<char, ushort>(text)));
        return (chunk._units & Vector256.Create((ushort)0xFF80)) == Vector256<ushort>.Zero;
    }

    public uint Are(char a, char b) => (Vector256.Equals(_units, Vector256.Create((ushort)a)) | Vector256.Equals(_units, Vector256.Create((ushort)b))).ExtractMostSignificantBits();

    // What lies below the range wraps round to above it
    private static uint Between(Vector256<ushort> units, char from, char to) =>
        Vector256.LessThanOrEqual(units - Vector256.Create((ushort)from), Vector256.Create((ushort)(to - from))).ExtractMostSignificantBits();
}
