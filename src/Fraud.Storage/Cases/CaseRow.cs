using Fraud.Cases;
using Fraud.Findings;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>A row of ReviewCase with the size of its campaign.</summary>
internal sealed class CaseRow
{
    public const string Columns =
        """
        r.Id, r.PostId, r.AssessmentId, r.State, r.Verdict, r.Label, r.Score, r.Rank, r.Parts, r.Source, r.Language, r.Excerpt,
        r.OpenedAt, r.PostedAt, r.Holder, r.HeldUntil, r.Fence, r.CampaignId, c.Cases, r.DecidedAt, r.DecidedSequence
        """;

    public const string From = "ReviewCase r LEFT JOIN Campaign c ON c.Id = r.CampaignId";

    public long Id { get; init; }

    public long PostId { get; init; }

    public long AssessmentId { get; init; }

    public int State { get; init; }

    public int Verdict { get; init; }

    public int Label { get; init; }

    public double Score { get; init; }

    public double Rank { get; init; }

    public string Parts { get; init; } = "[]";

    public string Source { get; init; } = "";

    public string Language { get; init; } = "";

    public string Excerpt { get; init; } = "";

    public long OpenedAt { get; init; }

    public long? PostedAt { get; init; }

    public string Holder { get; init; } = "";

    public long HeldUntil { get; init; }

    public long Fence { get; init; }

    public long? CampaignId { get; init; }

    public int? Cases { get; init; }

    public long? DecidedAt { get; init; }

    public long? DecidedSequence { get; init; }

    public CaseSummary ToSummary(long now) => new()
    {
        Id = Id,
        State = (CaseState)State,
        Verdict = (Verdict)Verdict,
        Label = (PitchLabel)Label,
        Score = Score,
        Priority = Rank,
        PriorityParts = ReadParts(Parts),
        Source = Source,
        Language = Language,
        Excerpt = Excerpt,
        OpenedAt = Stamp.Read(OpenedAt),
        PostedAt = Stamp.Read(PostedAt),
        Holder = HeldUntil > now ? Holder : "",
        HeldUntil = HeldUntil > now ? Stamp.Read(HeldUntil) : null,
        Fence = Fence,
        CampaignId = CampaignId,
        CampaignSize = Cases ?? 1,
    };

    public CaseSnapshot ToSnapshot(IReadOnlyList<CaseEvent> decisions) => new()
    {
        Id = Id,
        State = (CaseState)State,
        Holder = Holder,
        HeldUntil = Holder.Length > 0 ? Stamp.Read(HeldUntil) : null,
        Fence = Fence,
        Decisions = decisions,
    };

    public static IReadOnlyList<PriorityPart> ReadParts(string json) => StorageJson.Read<IReadOnlyList<PriorityPart>>(json);

    public static string WriteParts(IReadOnlyList<PriorityPart> parts) => StorageJson.Write(parts);
}
