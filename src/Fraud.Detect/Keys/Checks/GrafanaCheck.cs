using System.Buffers.Binary;
using System.Globalization;

namespace Fraud.Keys.Checks;

/// <summary>Grafana service accounts: the last eight hex digits are the CRC-32, lowest byte first, of all before the last underscore.</summary>
internal sealed class GrafanaCheck : IKeyCheck
{
    public string Name => "grafana";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument) =>
        token.Length > 9
        && uint.TryParse(token[^8..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sum)
        && BinaryPrimitives.ReverseEndianness(sum) == Crc32.Of(token[..^9]);
}
