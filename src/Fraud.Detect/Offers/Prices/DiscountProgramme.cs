namespace Fraud.Offers;

/// <summary>A discount that exists and may explain a low price.</summary>
public sealed record DiscountProgramme
{
    /// <summary>Id, such as "batch".</summary>
    public required string Id { get; init; }

    /// <summary>Providers that have it; empty means any.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>Lowest share of the list price it leads to.</summary>
    public required double Fraction { get; init; }

    /// <summary>Words that name it in a text, canonical form.</summary>
    public required IReadOnlyList<string> Cues { get; init; }

    /// <summary>Whether somebody other than the account holder can profit from it.</summary>
    public bool Transferable { get; init; }

    /// <summary>First day; null when not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>Its name in English, to follow "explained by".</summary>
    public required string En { get; init; }

    /// <summary>Its name in Chinese.</summary>
    public required string Zh { get; init; }

    /// <summary>Whether it ran on this day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);
}
