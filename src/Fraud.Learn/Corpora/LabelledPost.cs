using Fraud.Findings;

namespace Fraud.Corpora;

/// <summary>One post of a labelled corpus.</summary>
public sealed record LabelledPost
{
    /// <summary>Identity within the corpus.</summary>
    public required string Id { get; init; }

    /// <summary>Posts on one pretext or wording share a family; families are never split between training and testing.</summary>
    public required string Family { get; init; }

    /// <summary>Who wrote it: writer, slash, persona.</summary>
    public required string Author { get; init; }

    /// <summary>What the author of the post does.</summary>
    public required PitchLabel Label { get; init; }

    /// <summary>"zh-Hans", "zh-Hant" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>Where such a post stands, such as "weibo".</summary>
    public string Platform { get; init; } = "";

    /// <summary>The stance; null when the corpus does not say.</summary>
    public Stance? Stance { get; init; }

    /// <summary>The text, key shapes filled.</summary>
    public required string Text { get; init; }

    /// <summary>The day it was posted; null when unknown.</summary>
    public DateOnly? PostedOn { get; init; }

    /// <summary>The writer: the part of <see cref="Author"/> before the slash.</summary>
    public string Writer => Author.Split('/')[0];
}
