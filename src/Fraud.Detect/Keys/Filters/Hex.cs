using System.Buffers;

namespace Fraud.Keys.Filters;

/// <summary>Texts of hex digits only.</summary>
internal static class Hex
{
    private static readonly SearchValues<byte> _digits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly SearchValues<byte> _otherLetters = SearchValues.Create("ghijklmnopqrstuvwyzGHIJKLMNOPQRSTUVWYZ"u8);

    public static bool Is(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(_digits);

    /// <summary>Whether what letters there are could be hex: also a UUID, parts with dashes, 0x.</summary>
    public static bool HasNoOtherLetters(ReadOnlySpan<byte> text) => !text.ContainsAny(_otherLetters);
}
