using System.Text.Json;
using Fraud.Collect.Polling;
using Fraud.Collect.Streaming;

namespace Fraud.Collect.Sources.Mastodon;

/// <summary>A Mastodon instance as it is written: https://HOST/api/v1/streaming?stream=public or …=hashtag&amp;tag=WORD, with a user's token in Secret. https://docs.joinmastodon.org/methods/streaming/</summary>
internal sealed class MastodonStreamPlatform : IStreamPlatform
{
    public string Name => "mastodon-stream";

    public string Terms => "https://docs.joinmastodon.org/methods/instance/#terms_of_service (of the instance)";

    public PlatformRequest Open(PlatformTrack track) => new PlatformRequest { Url = track.With(("stream", "public")) }.WithBearer(track.Source.Secret);

    public async Task<PlatformAnswer> ReadAsync(PlatformTrack track, string message, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(message);
        var payload = json.RootElement.Text("payload");
        switch (json.RootElement.Text("event"))
        {
            case "delete":
                return new() { Removed = payload.Length > 0 ? [payload] : [] };
            case "update" or "status.update":
                // The status is JSON within a string
                using (var status = JsonDocument.Parse(payload))
                {
                    var post = await MastodonStatus.ToPostAsync(status.RootElement, track.Source.Name, track.Start, receivedAt, cancellationToken);
                    return new() { Posts = post is null ? [] : [post] };
                }

            default:
                return PlatformAnswer.Empty;
        }
    }
}
