namespace Fraud.Scanning;

/// <summary>Files, folders and standard input.</summary>
internal sealed class FileSource(ContentScan scan, IReadOnlyList<string> paths, bool honourIgnores, int workers, bool measured) : ScanSource
{
    private readonly FileLister _lister = new(honourIgnores);
    private long _done;
    private long _files;
    private long _total;

    public override string Done => $"{Interlocked.Read(ref _files)} files";

    public override double Part => _total > 0 ? (double)Interlocked.Read(ref _done) / _total : 0;

    public override IAsyncEnumerable<ScanResult> RunAsync(CancellationToken cancellationToken)
    {
        // Listed twice rather than held: a folder may have millions
        _total = measured ? Listed().Sum(f => f.Length) : 0;
        return OrderedWork.RunAsync(Listed(), Scan, workers, cancellationToken);
    }

    private IEnumerable<ListedFile> Listed() => paths.SelectMany(p => p == "-" ? [new("-", 0)] : _lister.List(p));

    private ScanResult Scan(ListedFile file)
    {
        var result = file.Fault is { } fault ? ScanResult.Failed(file.Path, fault)
            : file.Path == "-" ? scan.Stream("-", Console.OpenStandardInput())
            : scan.File(file.Path);
        Interlocked.Add(ref _done, file.Length);
        Interlocked.Increment(ref _files);
        return result;
    }
}
