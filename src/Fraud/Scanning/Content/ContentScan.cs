using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Fraud.Collect.Archives;
using Fraud.Keys;

namespace Fraud.Scanning;

/// <summary>Scans one file, also what is packed in it: zip, tar, gzip and web archives, in one another. Safe for concurrent use.</summary>
internal sealed class ContentScan(KeyScanner scanner, ScanSettings settings)
{
    // Of one record of a web archive, which is unpacked in memory
    private const int MaxRecord = 64 << 20;
    private readonly BlockScan _blocks = new(scanner, settings);

    /// <summary>Scans a file by its path.</summary>
    public ScanResult File(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
            return Stream(path, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ScanResult.Failed(path, e.Message);
        }
    }

    /// <summary>Scans a stream under a name. What cannot be read is in the result; nothing is thrown.</summary>
    public ScanResult Stream(string name, Stream stream)
    {
        var seen = 0L;
        var tally = new ScanTally(new(settings, () => stream.CanSeek ? stream.Length : seen));
        using var metered = stream.CanSeek ? null : new MeteredStream(stream, read => seen += read, leaveOpen: true);
        try
        {
            Guard(name, tally, () => Open(name, metered ?? stream, 0, tally));
        }
        catch (UnpackLimitException e)
        {
            tally.Fail(name, e.Message);
        }

        return tally.Result();
    }

    private void Open(string name, Stream stream, int depth, ScanTally tally)
    {
        tally.Budget.Enter(depth);
        using var content = new PeekedStream(stream, ContentSniffer.Peek);
        switch (ContentSniffer.Sniff(content.Head, name))
        {
            case ContentKind.Zip:
                Zip(name, stream, content, depth, tally);
                break;
            case ContentKind.Tar:
                Tar(name, content, depth, tally);
                break;
            case ContentKind.Gzip:
                Gzip(name, content, depth, tally);
                break;
            case ContentKind.Warc:
                Warc(name, content, depth, tally);
                break;
            case ContentKind.Utf16Little:
                Transcoded(name, content, Encoding.Unicode, tally);
                break;
            case ContentKind.Utf16Big:
                Transcoded(name, content, Encoding.BigEndianUnicode, tally);
                break;
            case ContentKind.Packed:
                tally.Packed++;
                break;
            case ContentKind.Binary when !settings.Binary:
                tally.Binary++;
                break;
            default:
                _blocks.Scan(name, content, tally);
                break;
        }
    }

    private void Transcoded(string name, Stream content, Encoding encoding, ScanTally tally)
    {
        using var utf8 = Encoding.CreateTranscodingStream(content, encoding, Encoding.UTF8, leaveOpen: true);
        _blocks.Scan(name, utf8, tally);
    }

    private void Gzip(string name, Stream content, int depth, ScanTally tally)
    {
        using var plain = Unpacked(new GZipStream(content, CompressionMode.Decompress, leaveOpen: true), tally);
        var file = Path.GetFileName(name[(name.LastIndexOf('!') + 1)..]);
        var inner = file.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? Path.ChangeExtension(file, ".tar")
            : file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(file)
            : "content";
        Open($"{name}!{inner}", plain, depth + 1, tally);
    }

    private void Zip(string name, Stream stream, PeekedStream content, int depth, ScanTally tally)
    {
        using var room = stream.CanSeek ? null : SpoolFile.Fill(content, tally.Budget.Take);
        using var archive = new ZipArchive(room ?? stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries.Where(e => e.Length > 0))
        {
            tally.Budget.Entry();
            Guard($"{name}!{entry.FullName}", tally, () =>
            {
                using var inside = Unpacked(entry.Open(), tally);
                Open($"{name}!{entry.FullName}", inside, depth + 1, tally);
            });
        }
    }

    private void Tar(string name, Stream content, int depth, ScanTally tally)
    {
        using var archive = new TarReader(content, leaveOpen: true);
        while (archive.GetNextEntry() is { } entry)
        {
            tally.Budget.Entry();
            if (entry.DataStream is { } inside)
            {
                Guard($"{name}!{entry.Name}", tally, () => Open($"{name}!{entry.Name}", inside, depth + 1, tally));
            }
        }
    }

    private void Warc(string name, Stream content, int depth, ScanTally tally)
    {
        foreach (var record in WarcReader.ReadAsync(content, MaxRecord, CancellationToken.None).ToBlockingEnumerable())
        {
            tally.Budget.Entry();
            var place = $"{name}!{(record.TargetUri.Length > 0 ? record.TargetUri : record.Type)}";
            if (record.IsOmitted || WarcPayload.Read(record, MaxRecord) is not { } payload)
            {
                tally.Fail(place, $"record larger than {MaxRecord >> 20} MB, not searched");
                continue;
            }

            Guard(place, tally, () =>
            {
                _blocks.Scan($"{place} (headers)", new MemoryStream(Encoding.UTF8.GetBytes(payload.Head)), tally);
                Open(place, Unpacked(new MemoryStream(payload.Body.ToArray()), tally), depth + 1, tally);
            });
        }
    }

    private static MeteredStream Unpacked(Stream stream, ScanTally tally) => new(stream, tally.Budget.Take);

    /// <summary>One damaged part of a file never costs the others.</summary>
    private static void Guard(string name, ScanTally tally, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is not (UnpackLimitException or OutOfMemoryException))
        {
            // The readers of archives throw many kinds on damaged input
            tally.Fail(name, $"not readable to its end: {e.Message}");
        }
    }
}
