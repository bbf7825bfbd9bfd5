using System.Runtime.CompilerServices;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Fraud.Engines.Tests.TSql;

/// <summary>SQL Server's own parser, in the language of SQL Server 2019, reads every statement the contracts make.</summary>
public class ScriptDomTests
{
    [Fact]
    public void It_reads_what_2019_knows() => Assert.Null(Fault("MERGE INTO T WITH (HOLDLOCK) AS t USING #S AS s ON t.A = s.A WHEN NOT MATCHED BY TARGET THEN INSERT (A) VALUES (s.A) OUTPUT inserted.Id;"));

    [Theory]
    [InlineData("SELECT a FROM T LIMIT 1")]
    [InlineData("SELECT a FROM T WHERE a IS NOT DISTINCT FROM @b")]
    [InlineData("INSERT INTO T (a) VALUES (1) RETURNING Id")]
    public void It_refuses_what_2019_does_not_know(string sql) => Assert.NotNull(Fault(sql));

    [ModuleInitializer]
    internal static void Use() => TSqlText.Parse = Fault;

    private static string? Fault(string sql)
    {
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Count == 0 ? null : errors[0].Message;
    }
}
