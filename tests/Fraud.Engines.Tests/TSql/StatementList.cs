using Fraud.Testing;

[assembly: AssemblyFixture(typeof(Fraud.Engines.Tests.TSql.StatementList))]

namespace Fraud.Engines.Tests.TSql;

/// <summary>After the run, every statement the contracts made is in artifacts/tsql.sql, for a parser or a server to look at.</summary>
public sealed class StatementList : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        var statements = TSqlText.Statements();
        if (statements.Count > 0)
        {
            await File.WriteAllTextAsync(Path.Combine(Repo.Root, "artifacts", "tsql.sql"), string.Join(";\n\n", statements) + ";\n");
        }
    }
}
