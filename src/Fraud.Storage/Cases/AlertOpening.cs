using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Brings one alert into the queue, in one transaction: a case, a sighting of the case that owns the key, or a newer assessment of the post's case.</summary>
internal sealed class AlertOpening(Session session, WaitingAlert alert, CaseMarks marks, OpeningRule rule, DateTimeOffset now)
{
    private readonly long _now = Stamp.Of(now);

    private Assessment Assessment => alert.Assessed.Assessment;

    public async Task<PushOutcome> RunAsync()
    {
        var row = await session.FirstAsync<OutboxRow>($"SELECT Id, PostId, AssessmentId, PushedAt FROM Outbox{session.Dialect.UpsertHint} WHERE Id = @Id", new { alert.Id });
        if (row is not { PushedAt: null })
        {
            return PushOutcome.Known;
        }

        var outcome = await EnterAsync(row);
        await session.ExecuteAsync("UPDATE Outbox SET PushedAt = @_now WHERE Id = @Id", new { alert.Id, _now });
        return outcome;
    }

    private async Task<PushOutcome> EnterAsync(OutboxRow row)
    {
        var own = await session.FirstAsync<CaseRow>($"SELECT {CaseRow.Columns} FROM {CaseRow.From} WHERE r.PostId = @PostId", new { row.PostId });
        if (own is not null)
        {
            return await ReassessAsync(own, row.AssessmentId);
        }

        if (await session.FirstAsync<long?>("SELECT Id FROM CaseSighting WHERE PostId = @PostId", new { row.PostId }) is not null)
        {
            return PushOutcome.Known;
        }

        var kin = await KinReader.ReadAsync(session, marks);
        var opening = rule(kin, now);
        return opening.SightingOf is { } owner ? await SightAsync(owner, opening) : await OpenAsync(row, kin, opening);
    }

    private async Task<PushOutcome> ReassessAsync(CaseRow own, long assessmentId)
    {
        if (own.AssessmentId == assessmentId || (CaseState)own.State is CaseState.Confirmed or CaseState.Dismissed)
        {
            return PushOutcome.Known;
        }

        var opening = rule([], Stamp.Read(own.OpenedAt));
        await session.ExecuteAsync(
            "UPDATE ReviewCase SET AssessmentId = @assessmentId, Verdict = @Verdict, Label = @Label, Score = @Score, Rank = @Rank, Parts = @parts WHERE Id = @Id",
            new { own.Id, assessmentId, Verdict = (int)Assessment.Verdict, Label = (int)Assessment.Label, Assessment.Score, opening.Rank, parts = CaseRow.WriteParts(opening.Parts) });
        await CaseTally.AddAsync(session, own.State, own.Label, own.Source, own.Language, -1);
        await CaseTally.AddAsync(session, own.State, (int)Assessment.Label, own.Source, own.Language, 1);
        await LogAsync(own.Id, EventKinds.Reassessed, Describe());
        return PushOutcome.Reassessed;
    }

    private async Task<PushOutcome> SightAsync(long owner, CaseOpening opening)
    {
        await session.ExecuteAsync("INSERT INTO CaseSighting (CaseId, PostId, SeenAt) VALUES (@owner, @PostId, @_now)", new { owner, alert.Assessed.PostId, _now });
        await session.ExecuteAsync("UPDATE ReviewCase SET Rank = @Rank, Parts = @parts WHERE Id = @owner", new { owner, opening.Rank, parts = CaseRow.WriteParts(opening.Parts) });
        await MarkWriter.WriteKeysAsync(session, owner, marks.Keys);
        await LogAsync(owner, EventKinds.SightingAdded, Describe());
        return PushOutcome.Sighted;
    }

    private async Task<PushOutcome> OpenAsync(OutboxRow row, IReadOnlyList<CaseKin> kin, CaseOpening opening)
    {
        var post = alert.Assessed.Post;
        var caseId = await InsertAsync(row, opening);
        await CaseTally.AddAsync(session, (int)CaseState.Open, (int)Assessment.Label, post.Source, post.Language, 1);
        await MarkWriter.WriteAsync(session, caseId, opening.IndexText ? marks : marks with { Bands = [] });
        if (session.Dialect.IndexCaseText.Length > 0)
        {
            await session.ExecuteAsync(session.Dialect.IndexCaseText, new { CaseId = caseId, Text = post.Body });
        }

        var evidence = await EvidenceReader.MarkAsync(session, row.PostId);
        await LogAsync(caseId, EventKinds.Opened, $"{Describe()} evidence={evidence?.Sha256 ?? "none"}");
        await CampaignLinker.LinkAsync(session, caseId, kin.Where(k => opening.Kin.Contains(k.CaseId)).ToList(), opening.LinkedBy, now);
        return PushOutcome.Opened;
    }

    private Task<long> InsertAsync(OutboxRow row, CaseOpening opening)
    {
        var post = alert.Assessed.Post;
        return session.InsertAsync(
            """
            INSERT INTO ReviewCase (PostId, AssessmentId, State, Verdict, Label, Score, Rank, Parts, Source, Language, Excerpt, OpenedAt, PostedAt, Holder, HeldUntil, Fence)
            VALUES (@PostId, @AssessmentId, @State, @Verdict, @Label, @Score, @Rank, @Parts, @Source, @Language, @Excerpt, @_now, @PostedAt, '', 0, 0)
            """,
            new
            {
                row.PostId,
                row.AssessmentId,
                State = (int)CaseState.Open,
                Verdict = (int)Assessment.Verdict,
                Label = (int)Assessment.Label,
                Assessment.Score,
                opening.Rank,
                Parts = CaseRow.WriteParts(opening.Parts),
                post.Source,
                post.Language,
                Excerpt = Excerpt.Of(post.Body),
                PostedAt = Stamp.Of(post.PostedAt),
                _now,
            });
    }

    // What the reviewers were shown is fixed in the chain by its hash
    private string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"post={alert.Assessed.PostId} verdict={Assessment.Verdict} label={Assessment.Label.Id()} score={Assessment.Score:0.000} model={Assessment.Model} policy={Assessment.Policy} text={TextHash()}");

    private string TextHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(alert.Assessed.Post.Body)));

    private Task<CaseEvent> LogAsync(long caseId, string kind, string reason) => EventWriter.AppendAsync(session, caseId, new(kind, "system", reason), now);
}
