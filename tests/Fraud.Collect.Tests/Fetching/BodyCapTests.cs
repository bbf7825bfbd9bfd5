using System.IO.Compression;
using System.Text;
using Fraud.Collect.Fetching;
using Microsoft.AspNetCore.Http;

namespace Fraud.Collect.Tests.Fetching;

public class BodyCapTests : FetchTestBase
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("x-gzip")]
    public async Task A_compressed_body_is_unpacked(string coding)
    {
        Site.On("/a", c => SendAsync(c, coding, Encoding.UTF8.GetBytes("词元")));

        Assert.Equal("词元", Encoding.UTF8.GetString((await FetchAsync("/a")).Page!.Body));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_decompression_bomb_is_stopped_early(string coding)
    {
        Site.On("/bomb", c => SendAsync(c, coding, new byte[64 * 1024 * 1024]));

        var outcome = await FetchAsync("/bomb", o => o.MaxBodyBytes = 50 * 1024 * 1024);

        Assert.Equal((FetchResult.TooLarge, "body over the compression ratio cap"), (outcome.Result, outcome.Detail));
    }

    [Fact]
    public async Task A_declared_oversize_body_is_not_read()
    {
        Site.On("/big", async c =>
        {
            c.Response.ContentLength = 10_000_000_000;
            await c.Response.WriteAsync("x");
            await Task.Delay(TimeSpan.FromSeconds(20), c.RequestAborted);
        });

        Assert.Equal(FetchResult.TooLarge, (await FetchAsync("/big")).Result);
    }

    [Fact]
    public async Task An_endless_body_is_cut()
    {
        Site.On("/endless", async c =>
        {
            var block = new byte[16 * 1024];
            while (!c.RequestAborted.IsCancellationRequested)
            {
                await c.Response.Body.WriteAsync(block, c.RequestAborted);
            }
        });

        Assert.Equal(FetchResult.TooLarge, (await FetchAsync("/endless", o => o.MaxBodyBytes = 1024 * 1024)).Result);
    }

    [Fact]
    public async Task A_body_of_just_the_cap_is_taken()
    {
        Site.Page("/a", new string('x', 2048)).Page("/b", new string('x', 2049));

        Assert.Equal(FetchResult.Fetched, (await FetchAsync("/a", o => o.MaxBodyBytes = 2048)).Result);
        Assert.Equal(FetchResult.TooLarge, (await FetchAsync("/b", o => o.MaxBodyBytes = 2048)).Result);
    }

    [Fact]
    public async Task An_unknown_or_stacked_coding_is_refused()
    {
        Site.On("/a", c => SendAsync(c, "gzip, gzip", []));

        Assert.Equal(FetchResult.TooLarge, (await FetchAsync("/a")).Result);
    }

    private static async Task SendAsync(HttpContext context, string coding, byte[] plain)
    {
        context.Response.Headers.ContentEncoding = coding;
        using var packed = new MemoryStream();
        await using (Stream packer = coding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            packer.Write(plain);
        }

        await context.Response.Body.WriteAsync(packed.ToArray(), context.RequestAborted);
    }
}
