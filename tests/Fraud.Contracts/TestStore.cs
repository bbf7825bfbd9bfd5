using Dapper;
using Fraud.Review;
using Fraud.Storage;
using Fraud.Storage.Sql;
using Fraud.Testing;
using Fraud.Text;
using Fraud.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Contracts;

/// <summary>A store of its own in a folder of its own, on a clock that stands still.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly Action<IServiceCollection, StorageOptions> _add;
    private readonly Action? _removed;
    private ServiceProvider _services;

    public TestStore(Action<IServiceCollection, StorageOptions>? add = null, StorageOptions? options = null, string? folder = null, TimeProvider? time = null, Action? removed = null)
    {
        Time = time ?? Clock;
        _removed = removed;
        _add = add ?? ((services, o) => services.AddFraudStorage(o));
        Options = options ?? new();
        Options.Folder = folder ?? Path.Combine(Path.GetTempPath(), $"fraud-{Guid.NewGuid():n}");
        _services = Build();
    }

    public StorageOptions Options { get; }

    public FakeClock Clock { get; } = new();

    /// <summary>What the store reads: <see cref="Clock"/> unless another was given.</summary>
    public TimeProvider Time { get; }

    public ReviewOptions Review { get; } = new();

    public CollectingSignal Signal { get; } = new();

    public static TestStore Sqlite() => new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>As after a restart of the program on the same data.</summary>
    public async Task ReopenAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
    }

    /// <summary>Looks into, or tampers with, the tables behind the store's back.</summary>
    public async Task<List<T>> SqlAsync<T>(string sql, object? args = null)
    {
        var dialect = Get<SqlDialect>();
        await using var connection = dialect.CreateConnection();
        await connection.OpenAsync();
        return (await connection.QueryAsync<T>(sql, args)).AsList();
    }

    public async Task SqlAsync(string sql, object? args = null) => await SqlAsync<object>(sql, args);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Directory.Exists(Options.Folder))
        {
            Directory.Delete(Options.Folder, recursive: true);
        }

        _removed?.Invoke();
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Time);
        services.AddSingleton<ISecretMasker, SecretWordMasker>();
        services.AddSingleton<IWorkSignal>(Signal);
        _add(services, Options);
        services.AddFraudReview(Review);
        return services.BuildServiceProvider();
    }
}
