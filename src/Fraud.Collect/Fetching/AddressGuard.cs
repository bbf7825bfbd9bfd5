using System.Net;
using System.Net.Sockets;

namespace Fraud.Collect.Fetching;

/// <summary>
/// Keeps outgoing connections on the public internet. It resolves names itself and checks the very address it connects to, so a name that changes its address
/// between check and use gains nothing; the HTTP handler it makes never follows a redirect by itself.
/// </summary>
public sealed class AddressGuard(FetchOptions options, IHostResolver resolver)
{
    private const int MaxUrlLength = 4096;
    private static readonly int[] DefaultPorts = [80, 443, 8080, 8443];

    private readonly HashSet<string> _allowedHosts = new(options.AllowedPrivateHosts, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _ports = [.. options.AllowedPorts.Count > 0 ? options.AllowedPorts : DefaultPorts];

    /// <summary>A handler that connects only through this guard: no redirects, cookies, proxy (unless configured) or decompression of its own.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = options.Proxy is not null,
        Proxy = options.Proxy is null ? null : new WebProxy(options.Proxy),
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.ConnectTimeout,
        ConnectCallback = ConnectAsync,
        MaxConnectionsPerServer = options.MaxConcurrentPerHost,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 16 * 1024,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ActivityHeadersPropagator = null,
    };

    /// <summary>Why a URL is refused before any connection; empty when it is not.</summary>
    public string Check(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return "not an http or https URL";
        }

        if (url.UserInfo.Length > 0 || url.AbsoluteUri.Length > MaxUrlLength)
        {
            return url.UserInfo.Length > 0 ? "URL carries a login" : "URL too long";
        }

        if (IsAllowedByName(url.IdnHost))
        {
            return "";
        }

        // IdnHost, not Host: digits may be written in full width
        return !_ports.Contains(url.Port) ? "port not allowed"
            : IPAddress.TryParse(url.IdnHost, out var address) && !PublicAddress.Is(address) ? "address is not public"
            : "";
    }

    private bool IsAllowedByName(string host) => _allowedHosts.Contains(host);

    /// <summary>Addresses of a host that may be connected to now.</summary>
    internal async Task<IPAddress[]> ResolveAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await resolver.ResolveAsync(host, cancellationToken);
        var proxied = options.Proxy is { } proxy && proxy.IdnHost == host && proxy.Port == port;
        var allowed = proxied || IsAllowedByName(host) ? addresses : [.. addresses.Where(PublicAddress.Is)];
        return allowed.Length > 0 ? allowed : throw new AddressRefusedException("address is not public");
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var port = context.DnsEndPoint.Port;
        var addresses = await ResolveAsync(context.DnsEndPoint.Host, port, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
