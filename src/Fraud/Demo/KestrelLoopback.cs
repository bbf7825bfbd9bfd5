using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Fraud.Demo;

internal static class KestrelLoopback
{
    /// <summary>Listens on 127.0.0.1 only.</summary>
    public static void ListenLocalhostOnly(this KestrelServerOptions options, int port) => options.Listen(IPAddress.Loopback, port);
}
