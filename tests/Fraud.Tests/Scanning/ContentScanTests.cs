using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Fraud.Scanning;

namespace Fraud.Tests.Scanning;

/// <summary>What is found in one file, whatever it is and is packed in.</summary>
public class ContentScanTests
{
    [Fact]
    public void A_key_is_told_by_line_and_column_and_never_in_clear()
    {
        var finding = Assert.Single(ScanKit.Scan($"one\n囤 = '{ScanKit.Key()}'\n").Findings);

        Assert.Equal((2, 6), (finding.Line, finding.Column));
        Assert.Null(finding.Clear);
        Assert.DoesNotContain(ScanKit.Key()[20..60], finding.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Utf16_is_read_with_its_mark_or_without(bool big, bool marked)
    {
        var encoding = new UnicodeEncoding(big, marked);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes($"$env:KEY = \"{ScanKit.Key()}\"\r\n")];

        Assert.Equal(1, Assert.Single(ScanKit.Scan(content).Findings).Line);
    }

    [Fact]
    public void Binary_content_is_left_out_unless_asked_for()
    {
        byte[] content = [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0, 1, .. Encoding.ASCII.GetBytes($" \n{ScanKit.Key()}\n")];

        Assert.Equal(1, ScanKit.Scan(content) is { Findings.Count: 0, Binary: var left } ? left : -1);
        Assert.Single(ScanKit.Scan(content, new() { Binary = true }).Findings);
    }

    [Fact]
    public void Archives_in_archives_are_opened_and_named()
    {
        var packed = Gzip(Tar("d/z.zip", Zip(("in/.env", $"A=1\nOPENAI_API_KEY={ScanKit.Key()}\n"))));

        var finding = Assert.Single(ScanKit.Scan().Stream("n.tgz", new MemoryStream(packed)).Findings);

        Assert.Equal(("n.tgz!n.tar!d/z.zip!in/.env", 2), (finding.File, finding.Line));
    }

    [Fact]
    public void A_page_in_a_web_archive_is_unpacked_and_named_by_its_address()
    {
        var page = Gzip(Encoding.UTF8.GetBytes($"<p>\n{ScanKit.Key()}</p>"));
        byte[] http = [.. "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"u8, .. page];
        byte[] warc = [.. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://shop.test/p\r\nContent-Length: {http.Length}\r\n\r\n"), .. http, .. "\r\n\r\n"u8];

        var finding = Assert.Single(ScanKit.Scan().Stream("w.warc.gz", new MemoryStream(Gzip(warc))).Findings);

        Assert.Equal(("w.warc.gz!w.warc!http://shop.test/p", 2), (finding.File, finding.Line));
    }

    [Fact]
    public void A_damaged_entry_costs_only_itself()
    {
        var zip = Zip(("a.txt", new string('x', 5000) + Guid.Empty), ("b.txt", ScanKit.Key()));
        zip[40] ^= 0xFF;
        zip[41] ^= 0xFF;

        var result = ScanKit.Scan(zip);

        Assert.Equal("x!b.txt", Assert.Single(result.Findings).File);
        Assert.Equal("x!a.txt", Assert.Single(result.Faults).Place);
    }

    [Fact]
    public void A_file_cut_off_keeps_what_was_found_before()
    {
        var whole = Tar(("a.txt", ScanKit.Key()), ("b.txt", new string('y', 4000)));

        var result = ScanKit.Scan(whole[..2000]);

        Assert.Single(result.Findings);
        Assert.Single(result.Faults);
    }

    public static TheoryData<string> Bombs => ["ratio", "bytes", "entries", "depth"];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_left_with_a_reason_and_what_came_before_it_stays(string kind)
    {
        var settings = new ScanSettings { MaxRatio = 100, RatioFrom = 1 << 20, MaxUnpackedBytes = kind == "bytes" ? 1 << 20 : 1 << 30, MaxEntries = kind == "entries" ? 2 : 1000, MaxDepth = 3 };
        var (content, why) = kind switch
        {
            "ratio" => (Zip(("a", ScanKit.Key()), ("b", new string('0', 8 << 20))), "100 times its size"),
            "bytes" => (Zip(("a", ScanKit.Key()), ("b", new string('0', 2 << 20))), "1 MB after unpacking"),
            "entries" => (Zip(("a", ScanKit.Key()), ("b", "1"), ("c", "2")), "2 entries"),
            _ => (Tar(("a", Encoding.ASCII.GetBytes(ScanKit.Key())), ("b", Gzip(Gzip(Gzip(Gzip("x"u8.ToArray())))))), "nested more than 3"),
        };

        var result = ScanKit.Scan(content, settings);

        Assert.Single(result.Findings);
        Assert.Contains(why, Assert.Single(result.Faults).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("k = '{0}' # fraud:allow", 0)]
    [InlineData("# fraud:allow-next-line\nk = '{0}'", 0)]
    [InlineData("k = '{0}' # fraud:allow key.openai", 0)]
    [InlineData("k = '{0}' # fraud:allow key.openai.project, known", 0)]
    [InlineData("k = '{0}' # fraud:allow key.open", 1)]
    [InlineData("k = '{0}' # fraud:allow key.github", 1)]
    [InlineData("# fraud:allow\nk = '{0}'", 1)]
    [InlineData("k = '{0}' # fraud:allow-next-line", 1)]
    [InlineData("k = '{0}'\n# fraud:allow", 1)]
    public void A_mark_allows_its_own_line_and_rules_only(string line, int found)
    {
        var result = ScanKit.Scan(line.Replace("{0}", ScanKit.Key(), StringComparison.Ordinal));

        Assert.Equal((found, 1 - found), (result.Findings.Count, result.Allowed));
    }

    [Fact]
    public void Marks_may_be_overruled() =>
        Assert.Single(ScanKit.Scan($"{ScanKit.Key()} # fraud:allow", new() { AllowMarks = false }).Findings);

    [Fact]
    public void Any_bytes_whatever_are_answered()
    {
        var random = new Random(7);
        byte[][] heads = [[], [0x50, 0x4B, 3, 4], [0x1F, 0x8B, 8], "WARC/1.0\r\n"u8.ToArray(), [0xFF, 0xFE], Tar("a", "b"u8.ToArray())[..400], Zip(("a", "b"))[..30]];
        for (var i = 0; i < 700; i++)
        {
            var noise = new byte[random.Next(3000)];
            random.NextBytes(noise);
            Assert.NotNull(ScanKit.Scan([.. heads[i % heads.Length], .. noise]));
        }
    }

    [Fact]
    public void Archives_with_flipped_bits_are_answered()
    {
        var random = new Random(8);
        byte[][] whole = [Zip(("a", "b"), ("c", ScanKit.Key())), Gzip(Tar("a", "b"u8.ToArray())), Tar(("a", "b"), ("c", ScanKit.Key()))];
        for (var i = 0; i < 600; i++)
        {
            byte[] broken = [.. whole[i % whole.Length]];
            for (var flips = random.Next(1, 8); flips > 0; flips--)
            {
                broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            }

            Assert.NotNull(ScanKit.Scan(broken[..random.Next(1, broken.Length + 1)]));
        }
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var room = new MemoryStream();
        using (var archive = new ZipArchive(room, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return room.ToArray();
    }

    private static byte[] Tar(string name, byte[] content) => Tar((name, content));

    private static byte[] Tar(params (string Name, string Content)[] entries) => Tar([.. entries.Select(e => (e.Name, Encoding.UTF8.GetBytes(e.Content)))]);

    private static byte[] Tar(params (string Name, byte[] Content)[] entries)
    {
        using var room = new MemoryStream();
        using (var archive = new TarWriter(room, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return room.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var room = new MemoryStream();
        using (var packer = new GZipStream(room, CompressionLevel.Fastest))
        {
            packer.Write(content);
        }

        return room.ToArray();
    }
}
