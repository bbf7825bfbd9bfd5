namespace Fraud.Keys.Checks;

/// <summary>
/// GitHub and npm: behind the first underscore stands a random part and the base-62 CRC-32 of it in six places
/// (github.blog, "Behind GitHub's new authentication token formats").
/// </summary>
internal sealed class Crc32Base62Check : IKeyCheck
{
    private const int Places = 6;

    public string Name => "crc32-base62";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        var body = token[(token.IndexOf((byte)'_') + 1)..];
        return body.Length > Places && Decode(body[^Places..]) == Crc32.Of(body[..^Places]);
    }

    private static ulong Decode(ReadOnlySpan<byte> digits)
    {
        ulong value = 0;
        foreach (var d in digits)
        {
            var digit = d switch
            {
                >= (byte)'0' and <= (byte)'9' => d - '0',
                >= (byte)'A' and <= (byte)'Z' => d - 'A' + 10,
                _ => d - 'a' + 36,
            };
            value = (value * 62) + (uint)digit;
        }

        return value;
    }
}
