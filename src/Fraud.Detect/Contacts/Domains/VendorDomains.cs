using System.Collections.Frozen;
using System.Text.Json;

namespace Fraud.Contacts;

/// <summary>Who owns a host, and whose name a foreign host bears. Safe for concurrent use.</summary>
public sealed class VendorDomains
{
    private readonly FrozenDictionary<string, Vendor>.AlternateLookup<ReadOnlySpan<char>> _byDomain;
    private readonly LookAlikeDomains _lookAlikes;

    private VendorDomains(IReadOnlyList<Vendor> vendors, IEnumerable<string> bait, IEnumerable<string> exempt, PublicSuffixes suffixes)
    {
        Vendors = vendors;
        Suffixes = suffixes;
        _byDomain = ByDomain(vendors).ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _lookAlikes = new(vendors, bait, exempt);
    }

    // The first vendor of a domain counts
    private static Dictionary<string, Vendor> ByDomain(IReadOnlyList<Vendor> vendors)
    {
        var owners = new Dictionary<string, Vendor>(StringComparer.Ordinal);
        foreach (var vendor in vendors)
        {
            foreach (var domain in vendor.Domains)
            {
                owners.TryAdd(domain, vendor);
            }
        }

        return owners;
    }

    /// <summary>All vendors.</summary>
    public IReadOnlyList<Vendor> Vendors { get; }

    /// <summary>The public suffixes in use.</summary>
    public PublicSuffixes Suffixes { get; }

    /// <summary>Reads vendors.json and public_suffixes.txt of a folder such as models/contacts.</summary>
    /// <exception cref="InvalidDataException">A file is missing or not as expected.</exception>
    public static VendorDomains Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "vendors.json")));
            var vendors = json.RootElement.GetProperty("vendors").EnumerateArray().Select(Read).ToList();
            return new(vendors, Words(json.RootElement, "bait"), Words(json.RootElement, "exempt"), PublicSuffixes.Load(Path.Combine(folder, "public_suffixes.txt")));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"Contacts: vendors.json or public_suffixes.txt cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>The owner of a host, itself or any name below one of its domains; null when it is nobody's. Case does not matter.</summary>
    public Vendor? FindOwner(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return FindOwner(host.ToLowerInvariant().AsSpan().TrimEnd('.'));
    }

    /// <summary>The name a foreign host imitates; null when it imitates none or belongs to its owner.</summary>
    /// <param name="host">Host as written, lower case; letters of other scripts and xn-- forms welcome.</param>
    public string? FindImitated(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var at = Suffixes.RegisteredAt(host);
        return at < 0 || FindOwner(host.AsSpan()) is not null ? null : _lookAlikes.Find(host, at);
    }

    internal Vendor? FindOwner(ReadOnlySpan<char> host)
    {
        while (!host.IsEmpty)
        {
            if (_byDomain.TryGetValue(host, out var vendor))
            {
                return vendor;
            }

            var dot = host.IndexOf('.');
            host = dot < 0 ? [] : host[(dot + 1)..];
        }

        return null;
    }

    private static Vendor Read(JsonElement json) => new()
    {
        Name = json.GetProperty("vendor").GetString()!,
        Kind = json.GetProperty("kind").GetString()!,
        Domains = [.. Words(json, "domains")],
        Names = [.. Words(json, "names")],
        Common = [.. Words(json, "common")],
        Fuzzy = json.TryGetProperty("fuzzy", out var fuzzy) && fuzzy.GetBoolean(),
    };

    private static IEnumerable<string> Words(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(w => w.GetString()!) : [];
}
