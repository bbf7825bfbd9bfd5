using System.Text.Json;

namespace Fraud.Collect.Sources.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedReader
{
    public static Feed Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = json.RootElement;
            var language = root.Text("language");
            return new([.. root.List("items").Where(i => i.ValueKind == JsonValueKind.Object).Select(i => ToItem(i, language))], root.Text("next_url"));
        }
        catch (JsonException)
        {
            return Feed.Empty;
        }
    }

    private static FeedItem ToItem(JsonElement item, string language)
    {
        var html = item.Text("content_html");
        var plain = item.Text("content_text");
        var author = item.List("authors").Select(a => a.Text("name")).FirstOrDefault(n => n.Length > 0) ?? item.Child("author").Text("name");
        return new()
        {
            Id = item.Text("id"),
            Link = First(item.Text("url"), item.Text("external_url")),
            Title = item.Text("title"),
            Content = First(html, plain, item.Text("summary")),
            IsPlainText = html.Length == 0,
            Author = author,
            Date = First(item.Text("date_published"), item.Text("date_modified")),
            Images = [.. new[] { item.Text("image"), item.Text("banner_image") }.Concat(item.List("attachments").Where(a => a.Text("mime_type").StartsWith("image/", StringComparison.OrdinalIgnoreCase)).Select(a => a.Text("url"))).Where(i => i.Length > 0)],
            Language = First(item.Text("language"), language),
        };
    }

    private static string First(params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (value.Length > 0)
            {
                return value;
            }
        }

        return "";
    }
}
