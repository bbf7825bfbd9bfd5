using System.Net;

namespace Fraud.Collect.Fetching;

/// <summary>Turns a host name into addresses; exchanged in tests.</summary>
public interface IHostResolver
{
    /// <summary>Addresses of a host, IP literals included; throws <see cref="System.Net.Sockets.SocketException"/> when there are none.</summary>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}
