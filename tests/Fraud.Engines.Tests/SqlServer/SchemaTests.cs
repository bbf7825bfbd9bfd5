using System.Text.RegularExpressions;
using Fraud.Testing;

namespace Fraud.Engines.Tests.SqlServer;

/// <summary>The engines' schemas are one schema: same migrations, tables, columns and indexes. Needs no server.</summary>
public partial class SchemaTests
{
    private static readonly string Sqlite = Path.Combine(Repo.Root, "src", "Fraud.Storage", "Migrations", "Sqlite");
    private static readonly string Server = Path.Combine(Repo.Root, "src", "server", "Fraud.Storage.SqlServer", "Live", "Migrations");

    public static TheoryData<string> Migrations => [.. Directory.EnumerateFiles(Sqlite).Concat(Directory.EnumerateFiles(Server)).Select(Path.GetFileName).OfType<string>().Distinct()];

    [Theory]
    [MemberData(nameof(Migrations))]
    public void A_migration_makes_the_same_columns_on_every_engine(string file) => Assert.Equal(Columns(Read(Sqlite, file)), Columns(Read(Server, file)));

    [Theory]
    [MemberData(nameof(Migrations))]
    public void A_migration_makes_the_same_indexes_on_every_engine(string file) => Assert.Equal(Indexes(Read(Sqlite, file)), Indexes(Read(Server, file)));

    private static string Read(string folder, string file) => Comment().Replace(File.ReadAllText(Path.Combine(folder, file)), "");

    // "Table.Column NULL" for every column; SQLite's virtual text index has no counterpart
    private static List<string> Columns(string sql) => [.. Table().Matches(sql)
        .SelectMany(t => t.Groups["body"].Value.Split('\n').Select(line => Column().Match(line)).Where(c => c.Success)
            .Select(c => $"{t.Groups["name"].Value}.{c.Groups["name"].Value} {(c.Value.Contains("NOT NULL", StringComparison.Ordinal) ? "" : "NULL")}"))
        .Order(StringComparer.Ordinal)];

    private static List<string> Indexes(string sql) => [.. Index().Matches(sql).Select(i => $"{i.Groups["name"].Value} {i.Groups["on"].Value}").Order(StringComparer.Ordinal)];

    [GeneratedRegex("--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"CREATE TABLE (?<name>\w+) \(\n(?<body>.*?)\n\)", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\s+(?<name>(?!UNIQUE|PRIMARY|CONSTRAINT)\w+)\s+[A-Z].*$")]
    private static partial Regex Column();

    [GeneratedRegex(@"CREATE INDEX (?<name>\w+) ON (?<on>\w+ \([^)]*\))")]
    private static partial Regex Index();
}
