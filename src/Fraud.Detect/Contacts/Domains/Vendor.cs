namespace Fraud.Contacts;

/// <summary>A provider, platform or authority and the domains it has registered.</summary>
public sealed record Vendor
{
    /// <summary>Name, lower case, such as "openai".</summary>
    public required string Name { get; init; }

    /// <summary>"provider", "gateway", "platform", "marketplace", "messenger", "payment" or "authority".</summary>
    public required string Kind { get; init; }

    /// <summary>Domains it has registered.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Names nobody else would use in a domain.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Names that are also ordinary words.</summary>
    public IReadOnlyList<string> Common { get; init; } = [];

    /// <summary>Whether one letter off is an imitation too.</summary>
    public bool Fuzzy { get; init; }
}
