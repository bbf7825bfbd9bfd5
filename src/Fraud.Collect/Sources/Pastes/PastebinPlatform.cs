using System.Globalization;
using System.Text.Json;
using Fraud.Collect.Polling;

namespace Fraud.Collect.Sources.Pastes;

/// <summary>New pastes through Pastebin's scraping API: https://scrape.pastebin.com/api_scraping.php; needs a PRO account and a listed address. https://pastebin.com/doc_scraping_api</summary>
internal sealed class PastebinPlatform : IPlatform
{
    private const string Item = "item";

    public string Name => "pastebin";

    public string Terms => "https://pastebin.com/doc_scraping_api";

    public IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) => [new() { Url = track.With(("limit", "250")) }];

    public Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, CancellationToken cancellationToken) =>
        Task.FromResult(request.Step.Length > 0 ? ReadItem(request, page) : ReadList(track, page));

    private static PlatformAnswer ReadList(PlatformTrack track, SourcePage page)
    {
        try
        {
            using var json = JsonDocument.Parse(page.Text);
            var fresh = json.RootElement.AsList().Where(p => OpaqueId.IsAfter(p.Text("date"), track.Cursor) && p.Text("key").Length > 0).ToList();
            var newest = OpaqueId.Newest(fresh.Select(p => p.Text("date")));
            return new() { Next = [.. fresh.Take(track.Source.MaxPages).Select(p => Ask(track, p))], Cursor = newest.Length > 0 ? newest : null };
        }
        catch (JsonException)
        {
            // An address that is not listed is told so in plain text, with status 200
            return PlatformAnswer.Unreadable;
        }
    }

    private static PlatformRequest Ask(PlatformTrack track, JsonElement paste) =>
        new() { Url = $"{track.Origin}/api_scrape_item.php?i={Uri.EscapeDataString(paste.Text("key"))}", Step = $"{Item}\n{paste.Text("key")}\n{paste.Text("date")}\n{paste.Text("user")}\n{paste.Text("title")}" };

    private static PlatformAnswer ReadItem(PlatformRequest request, SourcePage page)
    {
        var text = page.Text.ReplaceLineEndings("\n").Trim();
        var facts = request.Step.Split('\n');
        if (text.StartsWith("Error, we cannot find this paste", StringComparison.Ordinal))
        {
            return new() { Removed = [facts[1]] };
        }

        var posted = long.TryParse(facts[2], CultureInfo.InvariantCulture, out _) ? PlatformPosts.Date(page, facts[2]) : null;
        var post = PlatformPosts.From(page, facts[1], text, facts[4], p => p with { Url = "https://pastebin.com/" + facts[1], Author = facts[3], PostedAt = posted });
        return new() { Posts = post is null ? [] : [post] };
    }
}
