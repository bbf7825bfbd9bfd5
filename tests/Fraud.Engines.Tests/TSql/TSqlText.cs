using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Fraud.Engines.Tests.TSql;

/// <summary>What SQL Server 2019 takes and SQLite does not, and the other way round, as far as the product's statements go. Not a parser of either.</summary>
internal static partial class TSqlText
{
    private static readonly ConcurrentDictionary<string, string?> All = new();

    /// <summary>What a parser of SQL Server's language says against a statement, null for nothing; it is there in a build that has one.</summary>
    public static Func<string, string?> Parse { get; set; } = _ => null;

    /// <summary>Keeps the statement; throws when SQL Server would refuse it.</summary>
    public static void Checked(string sql)
    {
        // Lists of parameters and of numbers are one statement however long they are
        var fault = All.GetOrAdd(Spaces().Replace(Numbers().Replace(Parameters().Replace(sql, "($1)"), "$1"), " ").Trim(), _ => Fault(sql) ?? Parse(sql));
        Assert.True(fault is null, $"SQL Server refuses {fault}: {sql}");
    }

    /// <summary>What SQL Server would refuse; null for nothing known.</summary>
    public static string? Fault(string sql)
    {
        var bare = Literal().Replace(Comment().Replace(sql, ""), "''");
        return Foreign().Match(bare) is { Success: true } word ? word.Value
            : Offset().Count(bare) > OrderBy().Count(bare) ? "OFFSET without ORDER BY"
            : PastAndHold().IsMatch(bare) ? "READPAST together with HOLDLOCK"
            : bare.Count(c => c == '(') != bare.Count(c => c == ')') ? "brackets that do not match"
            : Parameter().Matches(bare).Select(p => p.Value).Distinct().Count() > 2100 ? "more than 2,100 parameters"
            : null;
    }

    /// <summary>The same for SQLite.</summary>
    public static string ToSqlite(string sql) => Fetch().Replace(Hint().Replace(sql, ""), "LIMIT $2 OFFSET $1")
        .Replace("SELECT CAST(value AS BIGINT) FROM OPENJSON(", "SELECT value FROM json_each(", StringComparison.Ordinal)
        .Replace("SELECT CAST(SCOPE_IDENTITY() AS BIGINT)", "SELECT last_insert_rowid()", StringComparison.Ordinal);

    /// <summary>Every statement so far, once each, in order of the alphabet.</summary>
    public static IReadOnlyList<string> Statements() => [.. All.Keys.Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"'(?:[^']|'')*'")]
    private static partial Regex Literal();

    [GeneratedRegex("--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bLIMIT\b|\|\||\bIFNULL\b|\blast_insert_rowid\b|\bON CONFLICT\b|\bINSERT OR\b|\bREPLACE INTO\b|\bRETURNING\b|\bstrftime\b|\bGLOB\b|\bMATCH\b|\bSELECT EXISTS\b|\bLENGTH\s*\(|\bSUBSTR\s*\(|\bTRUE\b|\bFALSE\b|\bWITHOUT ROWID\b|\browid\b|\bPRAGMA\b|\bMAX\s*\([^()]*,|\bMIN\s*\([^()]*,|\(\s*\w+\s*,\s*\w+\s*\)\s*[<>=]|\bIS NOT DISTINCT\b|==|\bROW_NUMBER\(\)\s*(?!OVER)|\bNULLS (?:FIRST|LAST)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\bOFFSET \S+ ROWS\b")]
    private static partial Regex Offset();

    [GeneratedRegex(@"\bORDER BY\b")]
    private static partial Regex OrderBy();

    [GeneratedRegex(@"READPAST[^)]*HOLDLOCK|HOLDLOCK[^)]*READPAST")]
    private static partial Regex PastAndHold();

    [GeneratedRegex(@" WITH \((?:UPDLOCK|READPAST|ROWLOCK|HOLDLOCK|, )+\)")]
    private static partial Regex Hint();

    [GeneratedRegex(@"OFFSET (\S+) ROWS FETCH NEXT (\S+) ROWS ONLY")]
    private static partial Regex Fetch();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\((@[A-Za-z]+)\d+(?:,@\w+)*\)")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"(\(-?\d+, -?\d+\))(?:, \(-?\d+, -?\d+\))+")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
