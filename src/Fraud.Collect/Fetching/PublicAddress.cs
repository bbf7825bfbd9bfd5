using System.Net;
using System.Net.Sockets;

namespace Fraud.Collect.Fetching;

/// <summary>Tells addresses of the public internet from all others (IANA special-purpose registries).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Azure's host agent answers here from every virtual machine
            "168.63.129.16/32",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    // Inside 2000::/3: protocol assignments with Teredo and ORCHID, documentation, 6to4
    private static readonly IPNetwork[] Special6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(n => IPNetwork.Parse(n))];
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Special4.Any(n => n.Contains(address));
        }

        if (address.IsIPv4MappedToIPv6 || Nat64.Contains(address))
        {
            // What is really connected to are the last four octets
            return Is(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        }

        return Global6.Contains(address) && !Special6.Any(n => n.Contains(address));
    }
}
