using System.Globalization;
using System.Text.Json;
using Fraud.Collect.Html;
using Fraud.Collect.Polling;

namespace Fraud.Collect.Sources.HackerNews;

/// <summary>
/// Every item of Hacker News in order of id: https://hacker-news.firebaseio.com/v0/. The items changed of late are asked again, which tells what was deleted.
/// https://github.com/HackerNews/API
/// </summary>
internal sealed class HackerNewsPlatform : JsonPlatform
{
    private const int AtFirst = 100;
    private const int MostUpdates = 50;
    private const string Newest = "newest";
    private const string Updates = "updates";
    private const string Item = "item";

    public override string Name => "hackernews";

    public override string Terms => "https://github.com/HackerNews/API";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) =>
        track.IsFirst ? [Ask(track, "maxitem", Newest)] : [Ask(track, "maxitem", Newest), Ask(track, "updates", Updates)];

    protected override async Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken) => request.Step switch
    {
        Newest => Walk(track, json),
        Updates => new() { Next = [.. json.List("items").Where(i => i.ValueKind == JsonValueKind.Number).Take(MostUpdates).Select(i => Ask(track, "item/" + i.GetRawText(), Item))] },
        _ => await ReadItemAsync(page, json, cancellationToken),
    };

    private static PlatformAnswer Walk(PlatformTrack track, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Number || !json.TryGetInt64(out var newest))
        {
            return PlatformAnswer.Unreadable;
        }

        var known = long.TryParse(track.Cursor, CultureInfo.InvariantCulture, out var last) ? last : newest - Math.Min(AtFirst, track.Source.MaxPages);
        var count = (int)Math.Clamp(newest - known, 0, track.Source.MaxPages);
        return new()
        {
            Next = [.. Enumerable.Range(1, count).Select(i => Ask(track, string.Create(CultureInfo.InvariantCulture, $"item/{known + i}"), Item))],
            Cursor = (known + count).ToString(CultureInfo.InvariantCulture),
            HasMore = known + count < newest,
        };
    }

    private static PlatformRequest Ask(PlatformTrack track, string what, string step) => new() { Url = $"{track.Start.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{what}.json", Step = step };

    private static async Task<PlatformAnswer> ReadItemAsync(SourcePage page, JsonElement json, CancellationToken cancellationToken)
    {
        var id = json.Text("id");
        if (json.IsTrue("deleted") || json.IsTrue("dead"))
        {
            return new() { Removed = json.IsTrue("deleted") && id.Length > 0 ? [id] : [] };
        }

        var link = PageLinks.Resolve(page.Url, json.Text("url"));
        var post = await PlatformPosts.FromHtmlAsync(page, id, json.Text("text"), json.Text("title"), p => p with
        {
            Url = "https://news.ycombinator.com/item?id=" + id,
            Author = json.Text("by"),
            PostedAt = PlatformPosts.Date(page, json.Text("time")),
            ReplyTo = json.Text("parent"),
        }, cancellationToken);
        return post is null ? PlatformAnswer.Empty : new() { Posts = [link is null ? post : post with { Links = [link, .. post.Links] }] };
    }
}
