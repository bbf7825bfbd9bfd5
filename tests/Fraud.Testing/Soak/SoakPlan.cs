namespace Fraud.Testing.Soak;

/// <summary>How large and how long a soak is.</summary>
public sealed record SoakPlan
{
    /// <summary>Hosts.</summary>
    public int Hosts { get; init; } = 8;

    /// <summary>Good pages of each host.</summary>
    public int PagesPerHost { get; init; } = 12_500;

    /// <summary>Longest time the crawl may take.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Kills without warning.</summary>
    public int Kills { get; init; } = 5;

    /// <summary>Time over which the kills are spread; null for the first half.</summary>
    public TimeSpan? KillsWithin { get; init; }

    /// <summary>Least delay between two requests to a host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Pages fetched at the same time.</summary>
    public int Concurrency { get; init; } = 16;
}
