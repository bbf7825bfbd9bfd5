using System.Runtime.CompilerServices;
using Fraud.Cases;
using Fraud.Posts;
using Fraud.Storage.Cases;
using Fraud.Storage.Secrets;
using Fraud.Storage.Sql;
using Fraud.Text;
using Fraud.Work;

namespace Fraud.Storage.Posts;

/// <summary>The frozen pages in the database.</summary>
internal sealed class PageArchive(Database database, Sealer sealer, ISecretMasker masker, IWorkSignal signal, TimeProvider clock) : IPageArchive
{
    private const int Lot = 20;

    public async IAsyncEnumerable<FrozenPage> ReadAsync(string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            var from = after;
            var ids = await database.ReadAsync(
                s => s.ListAsync<long>($"SELECT Id FROM Capture WHERE Id > @from AND Source = @source ORDER BY Id {s.Dialect.Limit("@Lot")}", new { from, source, Lot }), cancellationToken);
            foreach (var id in ids)
            {
                if (await database.ReadAsync(s => EvidenceReader.OpenCaptureAsync(s, sealer, id), cancellationToken) is { } page)
                {
                    yield return new(id, page);
                }
            }

            if (ids.Count == 0)
            {
                yield break;
            }

            after = ids[^1];
        }
    }

    public Task RecordExportAsync(string source, string actor, CancellationToken cancellationToken) =>
        database.WriteAsync(s => EventWriter.AppendAsync(s, 0, new(EventKinds.EvidenceExported, actor, $"source={source}"), clock.GetUtcNow()), cancellationToken);

    public async Task<int> AddPostsAsync(long pageId, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var prepared = posts.Select(p => PreparedPost.From(p, masker, sealer)).ToList();
        var added = await database.WriteAsync(s => PostWriter.WriteAsync(s, prepared, pageId, Stamp.Of(clock.GetUtcNow())), cancellationToken);
        StorageMetrics.PostsIn.Add(posts.Count);
        StorageMetrics.PostsNew.Add(added);
        if (added > 0)
        {
            signal.Ready(WorkKind.PostsStored);
        }

        return added;
    }
}
