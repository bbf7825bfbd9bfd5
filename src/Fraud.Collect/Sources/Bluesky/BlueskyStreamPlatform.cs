using System.Globalization;
using System.Text.Json;
using Fraud.Collect.Polling;
using Fraud.Collect.Streaming;

namespace Fraud.Collect.Sources.Bluesky;

/// <summary>All of Bluesky as it is written, deletions included: https://HOST/subscribe of a Jetstream server, such as jetstream2.us-east.bsky.network. https://github.com/bluesky-social/jetstream</summary>
internal sealed class BlueskyStreamPlatform : IStreamPlatform
{
    private const string Posts = "app.bsky.feed.post";

    // Events of one instant may be spread over a reconnect; what comes twice is stored once
    private const long Rewind = 5_000_000;

    public string Name => "bluesky-stream";

    public string Terms => "https://docs.bsky.app/docs/support/developer-guidelines";

    public PlatformRequest Open(PlatformTrack track) => new()
    {
        Url = track.With(("wantedCollections", Posts), ("cursor", long.TryParse(track.Cursor, CultureInfo.InvariantCulture, out var at) ? (at - Rewind).ToString(CultureInfo.InvariantCulture) : "")),
    };

    public Task<PlatformAnswer> ReadAsync(PlatformTrack track, string message, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(message);
        var root = json.RootElement;
        var commit = root.Child("commit");
        var answer = new PlatformAnswer { Cursor = root.Text("time_us") is { Length: > 0 } at ? at : null };
        if (root.Text("kind") != "commit" || commit.Text("collection") != Posts)
        {
            return Task.FromResult(answer);
        }

        var (did, uri) = (root.Text("did"), $"at://{root.Text("did")}/{Posts}/{commit.Text("rkey")}");
        return Task.FromResult(commit.Text("operation") == "delete" ? answer with { Removed = [uri] }
            : BlueskyRecord.ToPost(commit.Child("record"), uri, did, track.Source.Name, receivedAt) is { } post ? answer with { Posts = [post] }
            : answer);
    }
}
