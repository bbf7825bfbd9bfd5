using Fraud.Posts;
using Fraud.Storage.Secrets;
using Fraud.Storage.Sql;
using Fraud.Text;

namespace Fraud.Storage.Posts;

/// <summary>A visit ready to be written: everything masked and sealed before the write lock is taken.</summary>
internal sealed record PreparedVisit(CrawlVisit Visit, TargetRow Target, PreparedPage? Page, IReadOnlyList<PreparedPost> Posts, IReadOnlyList<TargetRow> Links, string Detail)
{
    public static PreparedVisit From(CrawlVisit visit, ISecretMasker masker, Sealer sealer) => new(
        visit,
        TargetRow.From(visit.Target, masker, sealer),
        visit.Page is null ? null : PreparedPage.From(visit.Page, masker, sealer),
        [.. visit.Posts.Select(p => PreparedPost.From(p, masker, sealer))],
        [.. visit.Discovered.Select(t => TargetRow.From(t, masker, sealer))],
        masker.Mask(visit.Detail));

    /// <summary>Gives the number of new posts.</summary>
    public async Task<int> WriteAsync(Session session, long now)
    {
        var ids = await TargetWriter.EnsureAsync(session, Target, now);
        // A start URL is wanted whatever it shows
        if (Visit is { Fingerprint: { } print, Target.Depth: > 0 } && await PageLikeness.IsDuplicateAsync(session, ids.QueueId, ids.Id, print))
        {
            var duplicate = Visit with { Outcome = "duplicate", Page = null, DueAgainAt = null, Interval = TimeSpan.Zero };
            await VisitWriter.WriteAsync(session, duplicate, Target, ids, "another page of the host has the same text", 0, now);
            return 0;
        }

        var stored = await StoreAsync(session, Page, Posts, now);
        var alike = await IsOneOfManyAsync(session, ids);
        await VisitWriter.WriteAsync(session, Visit, Target, ids, alike && Detail.Length == 0 ? "many pages alike: links not followed" : Detail, stored, now);
        if (Links.Count > 0 && !alike)
        {
            await TargetWriter.AddAsync(session, Links, now, Visit.MaxPerHost, await SuspectMarks.IsOfSuspectAsync(session, Posts));
        }

        return stored;
    }

    /// <summary>Stores page and posts; gives the number of new ones.</summary>
    public static async Task<int> StoreAsync(Session session, PreparedPage? page, IReadOnlyList<PreparedPost> posts, long now)
    {
        long? capture = page is null ? null : await EvidenceWriter.WriteAsync(session, page, now);
        return await PostWriter.WriteAsync(session, posts, capture, now);
    }

    // Calendars and endless parameters give page after page that says the same
    private async Task<bool> IsOneOfManyAsync(Session session, (long Id, long QueueId) ids) =>
        Visit is { Fingerprint: { } print, MaxAlike: > 0, Target.Depth: > 0 } && await PageLikeness.CountAlikeAsync(session, ids.QueueId, ids.Id, print) >= Visit.MaxAlike;
}
