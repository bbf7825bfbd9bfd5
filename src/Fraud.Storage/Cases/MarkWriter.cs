using System.Globalization;
using Fraud.Cases;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Cases;

/// <summary>Writes what a case is recognised by.</summary>
internal static class MarkWriter
{
    public static async Task WriteAsync(Session session, long caseId, CaseMarks marks)
    {
        await TakeOverKeysAsync(session, caseId, marks.Keys);
        await WriteKeysAsync(session, caseId, marks.Keys);
        foreach (var fingerprint in marks.Contacts.Distinct())
        {
            await session.ExecuteAsync("INSERT INTO CaseContact (Fingerprint, CaseId) VALUES (@fingerprint, @caseId)", new { fingerprint, caseId });
        }

        if (marks.Signature.Length > 0)
        {
            await session.ExecuteAsync("INSERT INTO CaseSignature (CaseId, Signature) VALUES (@caseId, @Signature)", new { caseId, marks.Signature });
        }

        if (marks.Bands.Count > 0)
        {
            // Numbers of our own making, so one statement for all
            var rows = marks.Bands.Distinct().Select(band => string.Create(CultureInfo.InvariantCulture, $"({band}, {caseId})"));
            await session.ExecuteAsync($"INSERT INTO CaseBand (Band, CaseId) VALUES {string.Join(", ", rows)}");
        }
    }

    /// <summary>A key whose case was dismissed goes to the new one, which then gathers what else shows it.</summary>
    private static async Task TakeOverKeysAsync(Session session, long caseId, IReadOnlyList<string> keys)
    {
        foreach (var fingerprint in keys.Distinct())
        {
            await session.ExecuteAsync(
                "UPDATE CaseKey SET CaseId = @caseId WHERE Fingerprint = @fingerprint AND CaseId IN (SELECT Id FROM ReviewCase WHERE State = @Dismissed)",
                new { caseId, fingerprint, Dismissed = (int)CaseState.Dismissed });
        }
    }

    /// <summary>A key belongs to the first case that showed it and was not dismissed.</summary>
    public static async Task WriteKeysAsync(Session session, long caseId, IReadOnlyList<string> keys)
    {
        foreach (var fingerprint in keys.Distinct())
        {
            await session.ExecuteAsync(
                $"""
                INSERT INTO CaseKey (Fingerprint, CaseId)
                SELECT @fingerprint, @caseId WHERE NOT EXISTS (SELECT 1 FROM CaseKey{session.Dialect.UpsertHint} WHERE Fingerprint = @fingerprint)
                """,
                new { fingerprint, caseId });
        }
    }
}
