using System.Collections.Frozen;
using System.Text.Json;

namespace Fraud.Contacts;

/// <summary>The tables behind <see cref="ContactExtractor"/>, read once from the models folder. Safe for concurrent use.</summary>
public sealed class ContactTables
{
    private ContactTables(VendorDomains vendors, JsonElement hosts)
    {
        Vendors = vendors;
        Messengers = Pairs(hosts, "messengers");
        Contracts = Pairs(hosts, "contracts");
        ShopLabels = Words(hosts, "shop_labels");
        ShopPaths = Words(hosts, "shop_paths");
        InviteParameters = Words(hosts, "invite_parameters");
        InvitePaths = Words(hosts, "invite_paths");
        BareEndings = Words(hosts, "bare_endings");
        GenericParameters = Words(hosts, "generic_parameters");
        NotHandles = Words(hosts, "not_handles");
        NotHosts = Words(hosts, "not_hosts");
        SpacedSuffixes = Words(hosts, "spaced_suffixes");
    }

    /// <summary>Who owns a host; the assessor asks it whether an offer stands on the vendor's own domain.</summary>
    public VendorDomains Vendors { get; }

    internal FrozenDictionary<string, string> Messengers { get; }

    internal FrozenDictionary<string, string> Contracts { get; }

    internal FrozenSet<string> ShopLabels { get; }

    internal FrozenSet<string> ShopPaths { get; }

    internal FrozenSet<string> InviteParameters { get; }

    internal FrozenSet<string> InvitePaths { get; }

    /// <summary>Last labels that make no host of two bare labels: file names, the next sentence.</summary>
    internal FrozenSet<string> BareEndings { get; }

    internal FrozenSet<string> GenericParameters { get; }

    internal FrozenSet<string> NotHandles { get; }

    internal FrozenSet<string> NotHosts { get; }

    internal FrozenSet<string> SpacedSuffixes { get; }

    /// <summary>Reads vendors.json, hosts.json and public_suffixes.txt of a folder such as models/contacts.</summary>
    /// <exception cref="InvalidDataException">A file is missing or not as expected.</exception>
    public static ContactTables Load(string folder)
    {
        var vendors = VendorDomains.Load(folder);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "hosts.json")));
            return new(vendors, json.RootElement);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"Contacts: hosts.json cannot be read: {fault.Message}", fault);
        }
    }

    private static FrozenDictionary<string, string> Pairs(JsonElement json, string name) =>
        json.GetProperty(name).EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);

    private static FrozenSet<string> Words(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(w => w.GetString()!).ToFrozenSet(StringComparer.Ordinal);
}
