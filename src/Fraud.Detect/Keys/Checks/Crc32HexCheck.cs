using System.Globalization;

namespace Fraud.Keys.Checks;

/// <summary>Atlassian: the last eight hex digits are the CRC-32 of all before them.</summary>
internal sealed class Crc32HexCheck : IKeyCheck
{
    public string Name => "crc32-hex";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument) =>
        token.Length > 8
        && uint.TryParse(token[^8..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sum)
        && sum == Crc32.Of(token[..^8]);
}
