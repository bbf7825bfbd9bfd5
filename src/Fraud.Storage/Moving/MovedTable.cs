using System.Data.Common;
using Dapper;

namespace Fraud.Storage.Moving;

/// <summary>A table as the source has it, read from its own catalogue: a later migration needs no change here.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">All columns.</param>
/// <param name="Key">The columns of the primary key, in order.</param>
/// <param name="References">Tables its foreign keys point to.</param>
internal sealed record MovedTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key, IReadOnlyList<string> References)
{
    /// <summary>A table of one row, which every database has from its first migration on.</summary>
    public bool IsSingle => Name is "AuditHead" or "DetectState";

    /// <summary>All tables of a SQLite store, each after those it points to; the ones of a single row last.</summary>
    public static async Task<IReadOnlyList<MovedTable>> ListAsync(DbConnection sqlite, DbTransaction transaction)
    {
        var names = await sqlite.QueryAsync<string>(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'CaseText%' AND name <> 'SchemaVersion' ORDER BY name", transaction: transaction);
        var waiting = new List<MovedTable>();
        foreach (var name in names)
        {
            waiting.Add(await ReadAsync(sqlite, transaction, name));
        }

        var ordered = new List<MovedTable>();
        while (waiting.Count > 0)
        {
            var next = waiting.Where(t => t.References.All(r => waiting.All(w => w.Name != r))).ToList();
            ordered.AddRange(next);
            waiting.RemoveAll(next.Contains);
        }

        return [.. ordered.OrderBy(t => t.IsSingle)];
    }

    private static async Task<MovedTable> ReadAsync(DbConnection sqlite, DbTransaction transaction, string name)
    {
        var columns = (await sqlite.QueryAsync<ColumnRow>("SELECT name AS Name, pk AS Key FROM pragma_table_info(@name)", new { name }, transaction)).ToList();
        var references = await sqlite.QueryAsync<string>("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(@name)", new { name }, transaction);
        return new(name, [.. columns.Select(c => c.Name)], [.. columns.Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Name)], [.. references.Where(r => r != name)]);
    }

    private sealed class ColumnRow
    {
        public string Name { get; init; } = "";

        public long Key { get; init; }
    }
}
