using Fraud.Keys.Filters;

namespace Fraud.Keys.Checks;

/// <summary>HTTP basic authorisation whose password, decoded, is no stand-in.</summary>
internal sealed class BasicCheck : IKeyCheck
{
    private static readonly PasswordCheck _password = new();

    public string Name => "basic";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        Span<byte> buffer = stackalloc byte[640];
        var decoded = token.Length <= 840 ? Base64Text.Decode(token, buffer) : default;
        var colon = decoded.IndexOf((byte)':');
        if (colon < 0 || decoded.ContainsAnyInRange((byte)0, (byte)31) || decoded.ContainsAnyInRange((byte)127, (byte)255))
        {
            return false;
        }

        var password = decoded[(colon + 1)..];
        return password.Length >= 4 && !Placeholder.Is(password) && _password.Holds(password, default);
    }
}
