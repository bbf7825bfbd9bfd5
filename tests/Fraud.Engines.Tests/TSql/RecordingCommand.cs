using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Fraud.Engines.Tests.TSql;

/// <summary>A command in SQL Server's language: checked, kept in the list of statements, put into SQLite's and run.</summary>
internal sealed class RecordingCommand(DbCommand inner, Func<string, string> translate) : DbCommand
{
    private string _text = "";

    [AllowNull]
    public override string CommandText { get => _text; set => _text = value ?? ""; }

    public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

    public override CommandType CommandType { get => inner.CommandType; set => inner.CommandType = value; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get => inner.UpdatedRowSource; set => inner.UpdatedRowSource = value; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction { get => inner.Transaction; set => inner.Transaction = value; }

    public override void Cancel() => inner.Cancel();

    public override int ExecuteNonQuery() => Translated().ExecuteNonQuery();

    public override object? ExecuteScalar() => Translated().ExecuteScalar();

    public override void Prepare()
    {
        // SQLite prepares when it runs
    }

    protected override DbParameter CreateDbParameter() => inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Translated().ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private DbCommand Translated()
    {
        inner.CommandText = translate(_text);
        return inner;
    }
}
