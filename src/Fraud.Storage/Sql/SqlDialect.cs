using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Fraud.Storage.Sql;

/// <summary>The points where databases differ; all other SQL of the product is common to them. Add an engine by deriving from it.</summary>
public abstract class SqlDialect
{
    /// <summary>Name of the engine, such as "Sqlite".</summary>
    public abstract string Name { get; }

    /// <summary>Whether the database takes one writer at a time; the writers of this process then queue here, in order.</summary>
    public abstract bool SingleWriter { get; }

    /// <summary>All migrations by version.</summary>
    public abstract IReadOnlyList<SqlScript> Migrations { get; }

    /// <summary>Statement that makes the table SchemaVersion (Version, Name, Sha256, AppliedAt) unless it exists.</summary>
    public abstract string CreateVersionTable { get; }

    /// <summary>Last id: an expression statement that gives the id of the row just inserted, as a 64-bit number.</summary>
    public abstract string LastId { get; }

    /// <summary>Claim: table hint that locks the rows read, and passes over rows that others hold; empty where the transaction holds the only write lock.</summary>
    public abstract string ClaimHint { get; }

    /// <summary>Upsert: table hint that locks the key read, also when there is no such row yet; empty where the transaction holds the only write lock.</summary>
    public abstract string UpsertHint { get; }

    /// <summary>Limit: what follows ORDER BY to give <paramref name="count"/> rows after <paramref name="skip"/> (both parameters or literals).</summary>
    public abstract string Limit(string count, string skip = "0");

    /// <summary>Among: a list of numbers in brackets for IN, read from a parameter that holds them as a JSON array: one statement and one parameter however many there are.</summary>
    public abstract string Among(string parameter);

    /// <summary>A new closed connection.</summary>
    public abstract DbConnection CreateConnection();

    /// <summary>Session settings, after each open.</summary>
    public virtual Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether a command run again with other parameters is not compiled again, and takes parameters without a stated type.</summary>
    public virtual bool KeepsStatements => false;

    /// <summary>A transaction for reading: one state of the data in all its queries, and no lock on writers.</summary>
    public abstract ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>A transaction for writing, which holds its locks from the first read.</summary>
    public abstract ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>What an error means.</summary>
    public abstract SqlFault Classify(DbException fault);

    /// <summary>What to tell the operator of a fault, in one sentence; null for what is said of a local database file.</summary>
    public virtual string? Explain(SqlFault fault) => null;

    /// <summary>Condition for cases whose masked text holds all the words.</summary>
    public abstract SqlFilter Search(string words);

    /// <summary>Statement that indexes a case's text (@CaseId, @Text) for <see cref="Search"/>; empty when the database does it itself.</summary>
    public abstract string IndexCaseText { get; }

    /// <summary>Last indexed case: statement that gives the greatest id <see cref="IndexCaseText"/> was run for; empty when the database indexes by itself.</summary>
    public abstract string LastIndexedCase { get; }

    /// <summary>Inserts rows in the transaction, the fastest way the engine has; where the id is among the columns, with the ids they have.</summary>
    public abstract Task InsertRowsAsync(DbConnection connection, DbTransaction transaction, TableRows rows, CancellationToken cancellationToken);

    /// <summary>
    /// Inserts, in the transaction and the fastest way the engine has, those rows whose <paramref name="key"/> (a unique column) the table does not hold; no two of them have the same one.
    /// Gives for each the id it got, or null when it was there; no other writer gets in between.
    /// </summary>
    public abstract Task<IReadOnlyList<long?>> InsertMissingAsync(DbConnection connection, DbTransaction transaction, TableRows rows, string key, CancellationToken cancellationToken);

    /// <summary>Reads the embedded scripts "NNNN_Name.sql" of a folder of an assembly.</summary>
    protected static IReadOnlyList<SqlScript> ReadScripts(Assembly assembly, string folder)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var prefix = folder + "/";
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Select(n => ReadScript(assembly, n, Path.GetFileNameWithoutExtension(n[prefix.Length..])))
            .OrderBy(s => s.Version)];
    }

    private static SqlScript ReadScript(Assembly assembly, string resource, string file)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var cut = file.IndexOf('_', StringComparison.Ordinal);
        return new(int.Parse(file[..cut], CultureInfo.InvariantCulture), file[(cut + 1)..], reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
