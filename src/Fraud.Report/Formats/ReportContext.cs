namespace Fraud.Report.Formats;

/// <summary>What a format may say besides the cases.</summary>
public sealed record ReportContext
{
    /// <summary>Who reports.</summary>
    public required ReportOptions Options { get; init; }

    /// <summary>First moment of the period, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>First moment after the period, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>When the report was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Namespace of this installation's name-based UUIDs: the same thing gets the same id in every report, and no other installation's.</summary>
    public required Guid Namespace { get; init; }

    /// <summary>Names of reviewers as the outside may see them.</summary>
    public required Pseudonyms Reviewers { get; init; }

    /// <summary>Cases in the period.</summary>
    public required long CaseCount { get; init; }

    /// <summary>A name-based id for one of our things, such as "campaign:12".</summary>
    public Guid Id(string name) => NameUuid.Create(Namespace, name);
}
