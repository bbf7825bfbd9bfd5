using System.IO.Compression;
using System.Text;
using Fraud.Collect.Archives;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Collect.Tests.Archives;

public class WarcTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_written_is_read_again(bool gzip)
    {
        var pages = Enumerable.Range(1, 5).Select(i => Page(i)).ToList();

        var records = await ReadAsync(await WriteAsync(pages, gzip));

        Assert.Equal(["warcinfo", "response", "response", "response", "response", "response"], records.Select(r => r.Type));
        Assert.Equal(pages.Select(p => p.Url), records.Skip(1).Select(r => r.TargetUri));
        var http = HttpBlock.Read(records[3].Block, 1_000_000)!;
        Assert.Equal((200, "text/html", "page 3 词元"), (http.Status, http.Headers["Content-Type"], Encoding.UTF8.GetString(http.Body)));
        Assert.Equal("gzip", http.Headers["X-Archive-Orig-Content-Encoding"]);
    }

    [Fact]
    public async Task The_same_pages_give_the_same_bytes() =>
        Assert.Equal(await WriteAsync([Page(1), Page(2)], true), await WriteAsync([Page(1), Page(2)], true));

    [Theory]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://a.example/>\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n")]
    [InlineData("\r\n\r\nWARC/1.0\nWARC-Type: response\nwarc-target-uri:\n http://a.example/\ncontent-length: 3\n\nabc\n\n")]
    public async Task Other_writers_habits_are_understood(string text)
    {
        var record = Assert.Single(await ReadAsync(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(("http://a.example/", "abc"), (record.TargetUri, Encoding.UTF8.GetString(record.Block)));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\n\r\n")]
    [InlineData("WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nabc")]
    [InlineData("WARC/1.0\r\nContent-Length: -5\r\n\r\nabc")]
    [InlineData("WARC/1.0\r\nX: ")]
    public async Task A_damaged_file_is_said_to_be(string text) => await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task An_oversize_block_is_left_out_and_the_next_one_read()
    {
        var file = await WriteAsync([Page(1) with { Body = new byte[500_000] }, Page(2)], true);

        var records = await ReadAsync(file, 100_000);

        Assert.Equal([false, true, false], records.Select(r => r.IsOmitted));
    }

    [Theory]
    [InlineData("5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n", "hello world")]
    [InlineData("not chunked at all", "not chunked at all")]
    [InlineData("ffffffff\r\nx", "ffffffff\r\nx")]
    [InlineData("5\r\nhel", "5\r\nhel")]
    public void Chunks_are_undone_where_there_are_any(string body, string expected)
    {
        var http = HttpBlock.Read(Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body), 1000)!;

        Assert.Equal(expected, Encoding.UTF8.GetString(http.Body));
    }

    [Fact]
    public void A_packed_body_is_unpacked_up_to_the_cap()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, true))
        {
            gzip.Write(new byte[1_000_000]);
        }

        byte[] block = [.. "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"u8, .. packed.ToArray()];

        Assert.Equal(1_000_000, HttpBlock.Read(block, 1_000_000)!.Body.Length);
        Assert.Null(HttpBlock.Read(block, 999_999));
    }

    [Fact]
    public async Task Random_and_mutated_files_end_in_records_or_one_kind_of_fault()
    {
        var random = new Random(5);
        var good = await WriteAsync([Page(1), Page(2)], false);
        for (var i = 0; i < 500; i++)
        {
            var bytes = i % 3 == 0 ? new byte[random.Next(300)] : [.. good];
            for (var j = 0; j < Math.Max(3, i % 3 == 0 ? bytes.Length : 0) && bytes.Length > 0; j++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                foreach (var record in await ReadAsync(bytes))
                {
                    HttpBlock.Read(record.Block, 10_000);
                }
            }
            catch (InvalidDataException)
            {
                // The one kind
            }
        }
    }

    private static PageCapture Page(int i) => new()
    {
        Source = "s",
        Url = $"https://a.example/{i}",
        FetchedAt = Some.Moment.AddSeconds(i),
        Headers = "Content-Type: text/html\nContent-Encoding: gzip",
        Body = Encoding.UTF8.GetBytes($"page {i} 词元"),
    };

    private static async Task<byte[]> WriteAsync(IEnumerable<PageCapture> pages, bool gzip)
    {
        using var file = new MemoryStream();
        var writer = new WarcWriter(file, gzip);
        await writer.WriteInfoAsync("evidence.warc", Some.Moment, Token);
        foreach (var page in pages)
        {
            await writer.WriteAsync(page, Token);
        }

        return file.ToArray();
    }

    private static async Task<List<WarcRecord>> ReadAsync(byte[] file, int cap = 1_000_000)
    {
        var records = new List<WarcRecord>();
        await foreach (var record in WarcReader.ReadAsync(new MemoryStream(file), cap, Token))
        {
            records.Add(record);
        }

        return records;
    }
}
