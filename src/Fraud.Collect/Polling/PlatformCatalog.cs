using System.Collections.Frozen;
using Fraud.Collect.Streaming;

namespace Fraud.Collect.Polling;

/// <summary>The platforms that are asked and those that are listened to, by kind.</summary>
internal sealed class PlatformCatalog(IEnumerable<IPlatform> platforms, IEnumerable<IStreamPlatform> streams)
{
    private readonly FrozenDictionary<string, IPlatform> _platforms = platforms.GroupBy(p => p.Name, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
    private readonly FrozenDictionary<string, IStreamPlatform> _streams = streams.GroupBy(p => p.Name, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    /// <summary>Every kind, in order.</summary>
    public IEnumerable<string> Kinds => _platforms.Keys.Concat(_streams.Keys).Order(StringComparer.Ordinal);

    public bool Has(string kind) => _platforms.ContainsKey(kind) || _streams.ContainsKey(kind);

    public IPlatform? Platform(string kind) => _platforms.GetValueOrDefault(kind);

    public IStreamPlatform? Stream(string kind) => _streams.GetValueOrDefault(kind);
}
