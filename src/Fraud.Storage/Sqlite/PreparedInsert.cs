using System.Data.Common;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Sqlite;

/// <summary>One INSERT, read by the database once and run for every row. The connection ends it when it is closed.</summary>
internal sealed class PreparedInsert
{
    private readonly DbCommand _command;

    public PreparedInsert(DbConnection connection, TableRows rows, string ending)
    {
        _command = connection.CreateCommand();
        _command.CommandText = $"INSERT INTO {rows.Table} ({string.Join(", ", rows.Columns)}) VALUES ({string.Join(", ", rows.Columns.Select((_, i) => $"@p{i}"))}){ending}";
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Whether the row was added.</summary>
    public bool Run(DbTransaction transaction, object?[] row)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < row.Length; i++)
        {
            _command.Parameters[i].Value = row[i] ?? DBNull.Value;
        }

        return _command.ExecuteNonQuery() > 0;
    }
}
