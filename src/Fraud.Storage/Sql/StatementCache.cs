using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace Fraud.Storage.Sql;

/// <summary>The commands of one connection by their text: a visit runs the same two dozen statements as the one before, and compiling them costs more than running them.</summary>
internal sealed class StatementCache(DbConnection connection) : IDisposable
{
    // Only a text made anew each time brings so many
    private const int Most = 400;
    private static readonly ConcurrentDictionary<Type, (string Name, Func<object, object?> Read)[]> Readers = new();
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The transaction the commands run in.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>Whether the arguments are plain values; a list among them changes the statement's text, which is Dapper's work.</summary>
    public static bool Takes(object? args) => args is null || ReadersFor(args).Length > 0;

    public Task<int> ExecuteAsync(string sql, object? args, CancellationToken cancellationToken) => Bind(sql, args).ExecuteNonQueryAsync(cancellationToken);

    public async Task<long> ScalarAsync(string sql, object? args, CancellationToken cancellationToken) => (long)(await Bind(sql, args).ExecuteScalarAsync(cancellationToken))!;

    public async Task<T?> FirstAsync<T>(string sql, object? args, CancellationToken cancellationToken)
    {
        await using var reader = await Bind(sql, args).ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Parser<T>(reader)(reader) : default;
    }

    public async Task<List<T>> ListAsync<T>(string sql, object? args, CancellationToken cancellationToken)
    {
        await using var reader = await Bind(sql, args).ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        Func<DbDataReader, T>? parser = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((parser ??= Parser<T>(reader))(reader));
        }

        return rows;
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Clear()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
    }

    private static Func<DbDataReader, T> Parser<T>(DbDataReader reader) => IsSimple<T>() ? static r => Simple<T>(r.GetValue(0))! : reader.GetRowParser<T>();

    private static bool IsSimple<T>() => Plain<T>() is { IsPrimitive: true } or { IsEnum: true } || typeof(T) == typeof(string) || typeof(T) == typeof(byte[]);

    private static Type Plain<T>() => Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);

    private static T? Simple<T>(object value) =>
        value is DBNull ? default : value is T exact ? exact : (T)(Plain<T>().IsEnum ? Enum.ToObject(Plain<T>(), value) : Convert.ChangeType(value, Plain<T>(), CultureInfo.InvariantCulture));

    private DbCommand Bind(string sql, object? args)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            if (_commands.Count == Most)
            {
                Clear();
            }

            command = connection.CreateCommand();
            command.CommandText = sql;
            _commands[sql] = command;
        }

        command.Transaction = Transaction;

        if (args is not null)
        {
            var readers = ReadersFor(args);
            for (var i = 0; i < readers.Length; i++)
            {
                Set(command, i, readers[i].Name, readers[i].Read(args) ?? DBNull.Value);
            }
        }

        return command;
    }

    private static void Set(DbCommand command, int index, string name, object value)
    {
        if (index < command.Parameters.Count && command.Parameters[index].ParameterName == name)
        {
            command.Parameters[index].Value = value;
            return;
        }

        // The same text with arguments of another shape
        while (command.Parameters.Count > index)
        {
            command.Parameters.RemoveAt(index);
        }

        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static (string Name, Func<object, object?> Read)[] ReadersFor(object args) => Readers.GetOrAdd(args.GetType(), ReadersOf);

    private static (string Name, Func<object, object?> Read)[] ReadersOf(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.CanRead).ToList();
        return IsList(type) || typeof(SqlMapper.IDynamicParameters).IsAssignableFrom(type) || properties.Any(p => IsList(p.PropertyType)) ? []
            : [.. properties.Select(p => ($"@{p.Name}", (Func<object, object?>)p.GetValue))];
    }

    private static bool IsList(Type type) => type != typeof(string) && type != typeof(byte[]) && typeof(IEnumerable).IsAssignableFrom(type);
}
