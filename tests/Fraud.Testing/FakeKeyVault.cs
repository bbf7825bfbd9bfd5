using System.Collections.Concurrent;
using Fraud.Secrets;

namespace Fraud.Testing;

/// <summary>Keys in memory.</summary>
public sealed class FakeKeyVault : IKeyVault
{
    private readonly ConcurrentDictionary<string, byte[]> _keys = new();

    /// <inheritdoc/>
    public byte[] GetOrCreate(string name, Func<byte[]> create) => _keys.GetOrAdd(name, _ => create());
}
