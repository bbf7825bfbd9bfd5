using System.Buffers;

namespace Fraud.Keys.Filters;

/// <summary>Texts of hex digits only.</summary>
internal static class Hex
{
    private static readonly SearchValues<byte> _digits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    public static bool Is(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(_digits);
}
