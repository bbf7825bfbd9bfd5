using System.Globalization;
using Fraud.Commands;

namespace Fraud.Scanning;

/// <summary>
/// Scans versions of files in a git repository. Each content is searched once, however many commits and paths have it; a key is told where it first came:
/// at the commit whose version has it and whose parents' versions have not.
/// </summary>
internal sealed class GitScan(ContentScan scan, string repository, int workers) : IDisposable
{
    // Contents searched at a time; sorted by path, so that git unpacks versions of one file one after the other
    private const int Batch = 20_000;
    private readonly GitBlobs[] _blobs = [.. Enumerable.Range(0, workers).Select(_ => new GitBlobs(repository))];
    private readonly HashSet<UInt128> _searched = [];
    private readonly Dictionary<UInt128, IReadOnlyList<ScanFinding>> _withKeys = [];
    private readonly HashSet<(string Path, string Fingerprint)> _told = [];

    /// <summary>Scans changes in their order; one result a batch.</summary>
    public IEnumerable<ScanResult> Run(IEnumerable<GitChange> changes) => changes.Chunk(Batch).Select(RunBatch);

    public void Dispose() => Array.ForEach(_blobs, static b => b.Dispose());

    private ScanResult RunBatch(GitChange[] changes)
    {
        var results = Search(changes.Select(c => (c.New, c.Path)));
        var withKeys = changes.Where(c => _withKeys.ContainsKey(Id(c.New))).ToList();
        results.AddRange(Search(withKeys.SelectMany(c => c.Olds.Where(IsThere).Select(o => (o, c.Path)))));
        return new()
        {
            Findings = [.. withKeys.SelectMany(Tell)],
            Faults = [.. results.SelectMany(r => r.Faults)],
            Bytes = results.Sum(r => r.Bytes),
            Allowed = results.Sum(r => r.Allowed),
            Binary = results.Sum(r => r.Binary),
            Packed = results.Sum(r => r.Packed),
        };
    }

    private IEnumerable<ScanFinding> Tell(GitChange change)
    {
        var before = change.Olds.Where(IsThere).SelectMany(o => _withKeys.GetValueOrDefault(Id(o), [])).Select(f => f.Key.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var fresh = _withKeys[Id(change.New)].Where(f => !before.Contains(f.Key.Fingerprint) && !_told.Contains((change.Path, f.Key.Fingerprint))).ToList();
        foreach (var finding in fresh)
        {
            _told.Add((change.Path, finding.Key.Fingerprint));
            // A content may lie under several paths; what it has inside stays the same
            yield return finding with { File = change.Path + finding.File, Commit = change.Commit };
        }
    }

    private List<ScanResult> Search(IEnumerable<(string Id, string Path)> contents)
    {
        var fresh = contents.Where(c => _searched.Add(Id(c.Id))).OrderBy(c => c.Path, StringComparer.Ordinal).ToArray();
        var share = (fresh.Length + _blobs.Length - 1) / _blobs.Length;
        var parts = _blobs.Select((blobs, i) => (Blobs: blobs, Contents: fresh.Skip(i * share).Take(share).ToArray())).Where(p => p.Contents.Length > 0);
        var results = parts.AsParallel().WithDegreeOfParallelism(Math.Max(1, _blobs.Length)).Select(p => SearchPart(p.Blobs, p.Contents)).ToList();
        foreach (var (id, result) in results.SelectMany(r => r).Where(r => r.Result.Findings.Count > 0))
        {
            _withKeys[Id(id)] = result.Findings;
        }

        return [.. results.SelectMany(r => r).Select(r => r.Result)];
    }

    private List<(string Id, ScanResult Result)> SearchPart(GitBlobs blobs, (string Id, string Path)[] contents)
    {
        var results = new List<(string, ScanResult)>();
        var quiet = new ScanResult();
        var missing = 0;
        try
        {
            blobs.Read([.. contents.Select(c => c.Id)], One);
        }
        catch (IOException e)
        {
            results.Add(("", ScanResult.Failed(repository, e.Message)));
        }

        // A partial clone lacks many; one line is enough
        results.Add(("", missing == 0 ? quiet : quiet with { Faults = [new(repository, $"{missing} versions of files are missing in it (a partial or shallow clone?); they were not searched")] }));
        return results;

        void One(int i, Stream? content)
        {
            var (id, path) = contents[i];
            if (content is null)
            {
                missing++;
                return;
            }

            var result = Named(path, scan.Stream(path, content));
            quiet = Sum(quiet, result);
            if (result.Findings.Count > 0 || result.Faults.Count > 0)
            {
                results.Add((id, result with { Bytes = 0, Allowed = 0, Binary = 0, Packed = 0 }));
            }
        }
    }

    private static ScanResult Sum(ScanResult a, ScanResult b) =>
        new() { Bytes = a.Bytes + b.Bytes, Allowed = a.Allowed + b.Allowed, Binary = a.Binary + b.Binary, Packed = a.Packed + b.Packed };

    /// <summary>Leaves of a finding's place only what comes after the path the content was searched under.</summary>
    private static ScanResult Named(string path, ScanResult result) =>
        result.Findings.Count == 0 ? result : result with { Findings = [.. result.Findings.Select(f => f with { File = f.File[path.Length..] })] };

    private static bool IsThere(string id) => id.AsSpan().ContainsAnyExcept('0');

    private static UInt128 Id(string hex) => UInt128.TryParse(hex.AsSpan(0, Math.Min(32, hex.Length)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) ? id : throw new UsageException("git named an object in a way that is not known.");
}
