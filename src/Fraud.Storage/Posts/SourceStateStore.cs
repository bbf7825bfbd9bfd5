using System.Security.Cryptography;
using System.Text;
using Fraud.Posts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Posts;

/// <summary>The cursors of platforms in the database.</summary>
internal sealed class SourceStateStore(Database database) : ISourceStateStore
{
    public async Task<SourceState> GetAsync(string source, string track, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(s => s.FirstAsync<Row>("SELECT CursorMark, DueAt, Failures FROM SourceState WHERE Source = @source AND TrackHash = @hash", new { source, hash = HashOf(track) }), cancellationToken);
        return row is null
            ? new() { Source = source, Track = track }
            : new() { Source = source, Track = track, Cursor = row.CursorMark, DueAt = Stamp.Read(row.DueAt), Failures = row.Failures };
    }

    public Task SaveAsync(SourceState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var args = new { state.Source, hash = HashOf(state.Track), state.Cursor, due = Stamp.Of(state.DueAt < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : state.DueAt), state.Failures };
        return database.WriteAsync(
            async s =>
            {
                if (await s.ExecuteAsync($"UPDATE SourceState{s.Dialect.UpsertHint} SET CursorMark = @Cursor, DueAt = @due, Failures = @Failures WHERE Source = @Source AND TrackHash = @hash", args) == 0)
                {
                    await s.ExecuteAsync("INSERT INTO SourceState (Source, TrackHash, CursorMark, DueAt, Failures) VALUES (@Source, @hash, @Cursor, @due, @Failures)", args);
                }

                return 0;
            },
            cancellationToken);
    }

    // A URL is too long for a key, and may hold what someone searched for
    private static byte[] HashOf(string track) => SHA256.HashData(Encoding.UTF8.GetBytes(track));

    private sealed class Row
    {
        public string CursorMark { get; init; } = "";

        public long DueAt { get; init; }

        public int Failures { get; init; }
    }
}
