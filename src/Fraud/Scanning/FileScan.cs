using System.Buffers;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Fraud.Keys;

namespace Fraud.Scanning;

/// <summary>Scans one file, also inside zip, tar and gzip, in blocks of bounded size. Scanning a stream in blocks finds what scanning it whole finds.</summary>
internal sealed class FileScan(KeyScanner scanner)
{
    private const int Block = 4 << 20;

    // Longer than the longest thing a rule takes, a wrapped private key included
    private const int Overlap = 64 << 10;
    private const int DeepestNesting = 4;
    private const long MostUnpacked = 4L << 30;
    private const int BinaryProbe = 8 << 10;

    /// <summary>Scans a file by its path.</summary>
    public ScanResult File(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
            return Stream(path, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new([], 0, e.Message);
        }
    }

    /// <summary>Scans a stream under a name.</summary>
    public ScanResult Stream(string name, Stream stream)
    {
        var found = new List<ScanFinding>();
        var budget = new Budget();
        try
        {
            Open(name, stream, 0, found, budget);
            return new(found, budget.Bytes, null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException or UnauthorizedAccessException)
        {
            return new(found, budget.Bytes, e.Message);
        }
    }

    private void Open(string name, Stream stream, int depth, List<ScanFinding> found, Budget budget)
    {
        if (depth > DeepestNesting)
        {
            throw new InvalidDataException($"archives nested more than {DeepestNesting} deep");
        }

        switch (Kind(name))
        {
            case "zip":
                Zip(name, stream, depth, found, budget);
                break;
            case "tar":
                Tar(name, stream, depth, found, budget);
                break;
            case "gz":
                using (var plain = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true))
                {
                    Open(Inner(name), plain, depth + 1, found, budget);
                }

                break;
            default:
                Blocks(name, stream, found, budget);
                break;
        }
    }

    private static string Kind(string name)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        return ending switch
        {
            ".zip" or ".jar" or ".war" or ".apk" or ".nupkg" or ".whl" or ".docx" or ".xlsx" or ".pptx" => "zip",
            ".tar" => "tar",
            ".gz" or ".tgz" => "gz",
            _ => "",
        };
    }

    private static string Inner(string name) =>
        name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? name + "!archive.tar" : name + "!" + Path.GetFileNameWithoutExtension(name);

    private void Zip(string name, Stream stream, int depth, List<ScanFinding> found, Budget budget)
    {
        using var seekable = stream.CanSeek ? null : new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        if (seekable is not null)
        {
            Copy(stream, seekable, budget);
        }

        using var archive = new ZipArchive(seekable ?? stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries.Where(e => e.Length > 0))
        {
            using var inside = entry.Open();
            Open($"{name}!{entry.FullName}", inside, depth + 1, found, budget);
        }
    }

    private void Tar(string name, Stream stream, int depth, List<ScanFinding> found, Budget budget)
    {
        using var archive = new TarReader(stream, leaveOpen: true);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } inside)
            {
                Open($"{name}!{entry.Name}", inside, depth + 1, found, budget);
            }
        }
    }

    private static void Copy(Stream from, Stream to, Budget budget)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            budget.Take(read);
            to.Write(buffer, 0, read);
        }

        to.Position = 0;
    }

    private void Blocks(string name, Stream stream, List<ScanFinding> found, Budget budget)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Block + Overlap);
        try
        {
            int kept = 0, line = 1;
            long start = 0, seen = -1;
            while (true)
            {
                var read = stream.ReadAtLeast(buffer.AsSpan(kept, Block), Block, throwOnEndOfStream: false);
                budget.Take(read);
                var window = buffer.AsSpan(0, kept + read);
                if (start == 0 && IsBinary(window))
                {
                    return;
                }

                var last = read < Block;
                // What begins in the overlap is left to the next block, which sees it whole
                var upTo = last ? window.Length : window.Length - Overlap;
                Collect(name, window, start, upTo, line, ref seen, found);
                if (last)
                {
                    return;
                }

                line += window[..upTo].Count((byte)'\n');
                start += upTo;
                kept = window.Length - upTo;
                window[upTo..].CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private void Collect(string name, ReadOnlySpan<byte> window, long start, int upTo, int line, ref long seen, List<ScanFinding> found)
    {
        var counted = 0;
        foreach (var key in scanner.Scan(window))
        {
            if (key.Start >= upTo || start + key.Start <= seen)
            {
                continue;
            }

            seen = start + key.Start;
            line += window[counted..key.Start].Count((byte)'\n');
            counted = key.Start;
            var lineStart = window[..key.Start].LastIndexOf((byte)'\n') + 1;
            found.Add(new(name, line, Encoding.UTF8.GetCharCount(window[lineStart..key.Start]) + 1, key));
        }
    }

    private static bool IsBinary(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, BinaryProbe)].Contains((byte)0);

    // One budget for a file and all that is packed in it
    private sealed class Budget
    {
        public long Bytes { get; private set; }

        public void Take(int read)
        {
            Bytes += read;
            if (Bytes > MostUnpacked)
            {
                throw new InvalidDataException($"more than {MostUnpacked >> 30} GB after unpacking");
            }
        }
    }
}
