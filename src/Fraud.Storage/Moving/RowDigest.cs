using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Fraud.Storage.Moving;

/// <summary>Number of rows of a table and a sum of their hashes: equal in two databases when the rows are, in whatever order and number types they come.</summary>
internal readonly record struct RowDigest(long Rows, ulong Sum)
{
    public static async Task<RowDigest> ReadAsync(DbConnection connection, DbTransaction? transaction, MovedTable table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT {string.Join(", ", table.Columns)} FROM {table.Name}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var digest = default(RowDigest);
        while (await reader.ReadAsync(cancellationToken))
        {
            digest = digest.With(reader);
        }

        return digest;
    }

    private RowDigest With(DbDataReader row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        for (var i = 0; i < row.FieldCount; i++)
        {
            var value = Bytes(row.GetValue(i));
            BinaryPrimitives.WriteInt32LittleEndian(length, value?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(value ?? []);
        }

        return new(Rows + 1, Sum + BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset()));
    }

    private static byte[]? Bytes(object value) => value switch
    {
        DBNull => null,
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        double number => BitConverter.GetBytes(number),
        bool flag => BitConverter.GetBytes(flag ? 1L : 0L),
        IConvertible number => BitConverter.GetBytes(number.ToInt64(null)),
        _ => throw new InvalidOperationException("A column of a kind the store does not use."),
    };
}
