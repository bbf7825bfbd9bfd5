using System.Collections.Frozen;
using System.Text;

namespace Fraud.Keys.Checks;

/// <summary>All checks by name.</summary>
internal static class KeyChecks
{
    private static readonly FrozenDictionary<string, IKeyCheck> _all = new IKeyCheck[]
    {
        new ContainsCheck(), new EndsCheck(), new CentredCheck(), new LengthCheck(), new HasCheck(), new Crc32Base62Check(), new Crc32HexCheck(), new GrafanaCheck(),
        new JwtCheck(), new PayloadCheck(), new DiscordCheck(), new RandomCheck(), new PasswordCheck(), new BasicCheck(), new DecodedCheck(), new ReadsCheck(), new AwsAccountCheck(),
    }.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>Finds "name" or "name:argument".</summary>
    public static Bound Find(string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? written : written[..colon];
        return _all.TryGetValue(name, out var check)
            ? new Bound(check, Encoding.ASCII.GetBytes(colon < 0 ? "" : written[(colon + 1)..]))
            : throw new InvalidDataException($"no check is named {name}");
    }

    /// <summary>A check with its argument.</summary>
    internal sealed record Bound(IKeyCheck Check, byte[] Argument)
    {
        public bool Holds(ReadOnlySpan<byte> token) => Check.Holds(token, Argument);
    }
}
