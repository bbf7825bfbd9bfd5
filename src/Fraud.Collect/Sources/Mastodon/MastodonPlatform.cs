using System.Text.Json;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Mastodon;

/// <summary>
/// A Mastodon timeline: https://HOST/api/v1/timelines/public or …/tag/WORD. Read upwards with min_id, which leaves no gap however much was posted in between.
/// https://docs.joinmastodon.org/methods/timelines/
/// </summary>
internal sealed class MastodonPlatform : JsonPlatform
{
    private const int PageSize = 40;

    public override string Name => "mastodon";

    public override string Terms => "https://docs.joinmastodon.org/methods/instance/#terms_of_service (of the instance)";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) =>
        [new PlatformRequest { Url = track.With(("limit", "40"), ("min_id", track.Cursor)) }.WithBearer(track.Source.Secret)];

    protected override async Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return PlatformAnswer.Unreadable;
        }

        var posts = new List<Post>();
        foreach (var status in json.AsList())
        {
            var original = status.Child("reblog") is { ValueKind: JsonValueKind.Object } reblog ? reblog : status;
            if (await MastodonStatus.ToPostAsync(original, page.Source, page.Url, page.FetchedAt, cancellationToken) is { } post)
            {
                posts.Add(post);
            }
        }

        var newest = OpaqueId.Newest(json.AsList().Select(s => s.Text("id")));
        return new() { Posts = posts, Cursor = newest.Length > 0 ? newest : null, HasMore = !track.IsFirst && json.GetArrayLength() >= PageSize };
    }
}
