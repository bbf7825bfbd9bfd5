using System.Runtime.CompilerServices;

namespace Fraud.Scanning;

/// <summary>The history of a repository, or what is staged in it.</summary>
internal sealed class GitSource(ContentScan scan, GitRepository repository, IReadOnlyList<string>? revisions, int workers, bool measured) : ScanSource
{
    private GitChangeReader? _reader;
    private long _total;

    public override string Done => revisions is null ? "staged changes" : $"{_reader?.Commits ?? 0} commits";

    public override double Part => _total > 0 && _reader is { } reader ? (double)reader.Commits / _total : 0;

    // Versions are searched on the threads of the scan; the reader of the results waits meanwhile
    public override async IAsyncEnumerable<ScanResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _total = measured && revisions is not null ? repository.Count(revisions) : 0;
        using var git = revisions is null ? repository.Staged() : repository.Log(revisions);
        using var versions = new GitScan(scan, repository.Folder, workers);
        _reader = new(git.Output);
        using var results = versions.Run(_reader.Read()).GetEnumerator();
        while (await Task.Run(results.MoveNext, cancellationToken))
        {
            yield return results.Current;
        }

        if (git.End() is { } error)
        {
            yield return ScanResult.Failed(repository.Folder, error);
        }
    }
}
