using System.Globalization;
using System.Text.Json;
using Fraud.Collect.Html;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.HackerNews;

/// <summary>
/// A search on Hacker News: https://hn.algolia.com/api/v1/search_by_date?query=WORDS&amp;tags=(story,comment). It gives at most 1,000 hits whatever the page, hence windows of time.
/// https://hn.algolia.com/api
/// </summary>
internal sealed class HackerNewsSearchPlatform : JsonPlatform
{
    private const int MostPages = 9;

    public override string Name => "hackernews-search";

    public override string Terms => "https://hn.algolia.com/api";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) => [Ask(track, 0)];

    protected override async Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken)
    {
        if (json.Child("hits").ValueKind != JsonValueKind.Array)
        {
            return PlatformAnswer.Unreadable;
        }

        var posts = new List<Post>();
        var newest = 0L;
        foreach (var hit in json.List("hits"))
        {
            newest = Math.Max(newest, long.TryParse(hit.Text("created_at_i"), CultureInfo.InvariantCulture, out var at) ? at : 0);
            if (await ToPostAsync(hit, page, cancellationToken) is { } post)
            {
                posts.Add(post);
            }
        }

        var pages = int.TryParse(json.Text("nbPages"), CultureInfo.InvariantCulture, out var count) ? count : 0;
        var goOn = !track.IsFirst && posts.Count > 0 && request.Page + 1 < pages && request.Page < Math.Min(MostPages, track.Source.MaxDepth);
        return new() { Posts = posts, Cursor = request.Page == 0 && newest > 0 ? newest.ToString(CultureInfo.InvariantCulture) : null, Next = goOn ? [Ask(track, request.Page + 1)] : [] };
    }

    // From the same second on: a hit may have come in after the last look
    private static PlatformRequest Ask(PlatformTrack track, int number) => new()
    {
        Url = track.With(("hitsPerPage", "100"), ("page", number.ToString(CultureInfo.InvariantCulture)), ("numericFilters", track.IsFirst ? "" : "created_at_i>=" + track.Cursor)),
        Page = number,
    };

    private static Task<Post?> ToPostAsync(JsonElement hit, SourcePage page, CancellationToken cancellationToken)
    {
        var html = hit.Text("comment_text") is { Length: > 0 } comment ? comment : hit.Text("story_text");
        return PlatformPosts.FromHtmlAsync(page, hit.Text("objectID"), html, hit.Text("title"), p => p with
        {
            Url = "https://news.ycombinator.com/item?id=" + hit.Text("objectID"),
            Author = hit.Text("author"),
            PostedAt = LooseDate.Parse(hit.Text("created_at"), page.FetchedAt, TimeSpan.Zero),
        }, cancellationToken);
    }
}
