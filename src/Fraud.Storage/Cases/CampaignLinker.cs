using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Puts a new case and its kin into one campaign, merging the campaigns they were in.</summary>
internal static class CampaignLinker
{
    public static async Task LinkAsync(Session session, long caseId, IReadOnlyList<CaseKin> kin, string linkedBy, DateTimeOffset now)
    {
        if (kin.Count == 0)
        {
            return;
        }

        var campaigns = kin.Select(k => k.CampaignId).OfType<long>().Distinct().Order().ToList();
        var keep = campaigns.Count > 0
            ? campaigns[0]
            : await session.InsertAsync("INSERT INTO Campaign (OpenedAt, Cases, MergedInto) VALUES (@at, 0, NULL)", new { at = Stamp.Of(now) });
        foreach (var merged in campaigns.Skip(1))
        {
            await MergeAsync(session, merged, keep);
        }

        var loose = kin.Where(k => k.CampaignId is null).Select(k => k.CaseId).Append(caseId).ToList();
        await session.ExecuteAsync("UPDATE ReviewCase SET CampaignId = @keep WHERE Id IN @loose", new { keep, loose });
        await session.ExecuteAsync("UPDATE Campaign SET Cases = Cases + @Count WHERE Id = @keep", new { keep, loose.Count });
        var reason = $"campaign={keep} by={linkedBy}" + (campaigns.Count > 1 ? $" merged={string.Join(',', campaigns.Skip(1))}" : "");
        foreach (var linked in loose)
        {
            await EventWriter.AppendAsync(session, linked, new(EventKinds.Linked, "system", reason), now);
        }
    }

    private static async Task MergeAsync(Session session, long merged, long keep)
    {
        await session.ExecuteAsync("UPDATE ReviewCase SET CampaignId = @keep WHERE CampaignId = @merged", new { merged, keep });
        await session.ExecuteAsync("UPDATE Campaign SET Cases = Cases + (SELECT m.Cases FROM Campaign m WHERE m.Id = @merged) WHERE Id = @keep", new { merged, keep });
        await session.ExecuteAsync("UPDATE Campaign SET MergedInto = @keep, Cases = 0 WHERE Id = @merged", new { merged, keep });
    }
}
