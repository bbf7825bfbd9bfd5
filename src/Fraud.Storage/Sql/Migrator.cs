using System.Security.Cryptography;
using System.Text;

namespace Fraud.Storage.Sql;

/// <summary>Applies the missing migrations in the caller's transaction: all or none.</summary>
internal static class Migrator
{
    public static async Task<int> RunAsync(Session session, DateTimeOffset now)
    {
        await session.ExecuteAsync(session.Dialect.CreateVersionTable);
        var applied = (await session.ListAsync<AppliedScript>("SELECT Version, Sha256 FROM SchemaVersion")).ToDictionary(a => a.Version, a => a.Sha256);
        Check(session.Dialect.Migrations, applied);
        var missing = session.Dialect.Migrations.Where(s => !applied.ContainsKey(s.Version)).ToList();
        foreach (var script in missing)
        {
            await session.ExecuteAsync(script.Text);
            await session.ExecuteAsync(
                "INSERT INTO SchemaVersion (Version, Name, Sha256, AppliedAt) VALUES (@Version, @Name, @Sha256, @AppliedAt)",
                new { script.Version, script.Name, Sha256 = Hash(script), AppliedAt = Stamp.Of(now) });
        }

        return missing.Count;
    }

    private static void Check(IReadOnlyList<SqlScript> scripts, Dictionary<int, string> applied)
    {
        var known = scripts.ToDictionary(s => s.Version);
        foreach (var (version, hash) in applied)
        {
            if (!known.TryGetValue(version, out var script))
            {
                throw new StorageException($"The database has migration {version:0000}, which this program does not know; start the newer program that made it.");
            }

            if (Hash(script) != hash)
            {
                throw new StorageException($"Migration {version:0000}_{script.Name} differs from the one the database was made with; a released migration is never edited.");
            }
        }
    }

    private static string Hash(SqlScript script) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script.Text)));

    private sealed class AppliedScript
    {
        public int Version { get; init; }

        public string Sha256 { get; init; } = "";
    }
}
