using System.Net.WebSockets;
using System.Text;

namespace Fraud.Collect.Tests.Platforms;

public class StreamTests : PlatformTestBase
{
    [Fact]
    public async Task Jetstream_posts_are_stored_deletions_withdrawn_and_the_place_kept()
    {
        Talk("/subscribe?wantedCollections=app.bsky.feed.post",
            """{"did":"did:plc:a","time_us":1725911162000001,"kind":"commit","commit":{"rev":"r","operation":"create","collection":"app.bsky.feed.post","rkey":"k1","record":{"$type":"app.bsky.feed.post","text":"囤词元","langs":["zh"],"createdAt":"2026-10-31T08:00:00Z"},"cid":"c"}}""",
            "not json",
            """{"did":"did:plc:a","time_us":1725911162000002,"kind":"identity","identity":{"did":"did:plc:a"}}""",
            """{"did":"did:plc:a","time_us":1725911162000003,"kind":"commit","commit":{"rev":"r","operation":"delete","collection":"app.bsky.feed.post","rkey":"k0"}}""");
        await RunAsync("bluesky-stream", "/subscribe");

        Assert.Equal([("at://did:plc:a/app.bsky.feed.post/k1", "囤词元", "did:plc:a")], Stored);
        Assert.Equal(["at://did:plc:a/app.bsky.feed.post/k0"], States.Withdrawn);
        Assert.Equal("1725911162000003", State.Cursor);
    }

    [Fact]
    public async Task A_later_run_goes_on_a_little_before_where_it_was()
    {
        await States.SaveAsync(new() { Source = "src", Track = Site.Url + "/subscribe", Cursor = "1725911162000003" }, Token);
        Talk("/subscribe?wantedCollections=app.bsky.feed.post&cursor=1725911157000003");

        Assert.Equal(0, (await RunAsync("bluesky-stream", "/subscribe")).Failures);
    }

    [Fact]
    public async Task Mastodon_streams_statuses_as_text_within_text()
    {
        Source.Secret = "user-token";
        var status = """{"id":"113","uri":"u","url":"https://m.example/@a/113","content":"<p>内部渠道</p>","account":{"acct":"a"},"created_at":"2026-10-31T08:00:00.000Z"}""";
        Talk("/api/v1/streaming?stream=public", $$"""{"stream":["public"],"event":"update","payload":{{Quote(status)}}}""", """{"stream":["public"],"event":"delete","payload":"77"}""");
        await RunAsync("mastodon-stream", "/api/v1/streaming");

        Assert.Equal([("113", "内部渠道", "a")], Stored);
        Assert.Equal(["77"], States.Withdrawn);
        Assert.Equal("Bearer user-token", Site.LastHeaders.Authorization);
    }

    [Fact]
    public async Task A_server_that_refuses_is_a_failure_to_come_back_from()
    {
        var report = await RunAsync("mastodon-stream", "/api/v1/streaming");

        Assert.Equal(1, report.Failures);
        Assert.True(State.DueAt > Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_private_address_is_not_connected_to()
    {
        Source.Kind = "bluesky-stream";
        Source.StartUrls.Add("http://10.0.0.1/subscribe");

        Assert.Equal(1, (await RunAsync("bluesky-stream", "/none")).Failures - 1);
    }

    private void Talk(string path, params string[] messages) => Site.On(path, async context =>
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        foreach (var message in messages)
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, Token);
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", Token);
    });
}
