using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fraud.Keys.Scanning;

/// <summary>UTF-16 to one byte a unit: ASCII stays, all else becomes 255. Tells whether letters may be disguised.</summary>
internal static class Squeezer
{
    /// <summary>Writes as many bytes as the text has units.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">At least as long as the text.</param>
    /// <param name="hasDisguise">Whether there are zero-width characters, full-width letters or mathematical letters.</param>
    public static void Squeeze(ReadOnlySpan<char> text, Span<byte> bytes, out bool hasDisguise)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var disguise = Vector128<ushort>.Zero;
        var i = 0;
        for (; i + 16 <= text.Length; i += 16)
        {
            var a = Vector128.LoadUnsafe(ref from, (nuint)i);
            var b = Vector128.LoadUnsafe(ref from, (nuint)(i + 8));
            disguise |= Disguised(a) | Disguised(b);
            var top = Vector128.Create((ushort)0xFF);
            Vector128.Narrow(Vector128.Min(a, top), Vector128.Min(b, top)).CopyTo(bytes[i..]);
        }

        hasDisguise = disguise != Vector128<ushort>.Zero;
        for (; i < text.Length; i++)
        {
            bytes[i] = (byte)Math.Min(text[i], (char)0xFF);
            hasDisguise |= Disguised(Vector128.Create((ushort)text[i])) != Vector128<ushort>.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Disguised(Vector128<ushort> units) =>
        Between(units, 0x200B, 0x200F) | Between(units, 0x2060, 0x2064) | Between(units, 0xFF10, 0xFF19) | Between(units, 0xFF41, 0xFF5A)
        | Vector128.Equals(units, Vector128.Create((ushort)0xFEFF)) | Vector128.Equals(units, Vector128.Create((ushort)0x00AD)) | Vector128.Equals(units, Vector128.Create((ushort)0xD835));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Between(Vector128<ushort> units, ushort from, ushort to) =>
        Vector128.LessThanOrEqual(units - Vector128.Create(from), Vector128.Create((ushort)(to - from)));
}
