namespace Fraud.Keys.Checks;

/// <summary>Discord: the part before the first dot is the account's number in base64.</summary>
internal sealed class DiscordCheck : IKeyCheck
{
    public string Name => "discord";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        var dot = token.IndexOf((byte)'.');
        Span<byte> buffer = stackalloc byte[64];
        var id = dot is > 0 and < 40 ? Base64Text.Decode(token[..dot], buffer) : default;
        return id.Length >= 17 && !id.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
