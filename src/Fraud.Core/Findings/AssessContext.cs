namespace Fraud.Findings;

/// <summary>What is known about a text besides its words.</summary>
public sealed record AssessContext
{
    /// <summary>Nothing known.</summary>
    public static AssessContext None { get; } = new();

    /// <summary>Posting date: prices are judged on this day; null means by the newest price rows.</summary>
    public DateOnly? PostedOn { get; init; }

    /// <summary>Host the text was published on; a verified vendor domain makes an offer official.</summary>
    public string Host { get; init; } = "";

    /// <summary>The author's handle; empty when unknown.</summary>
    public string Author { get; init; } = "";
}
