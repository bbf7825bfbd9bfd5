using System.Text.Json;
using Fraud.Collect.Extracting;
using Fraud.Collect.Html;
using Fraud.Collect.Sources;
using Fraud.Posts;

namespace Fraud.Collect.Importing;

/// <summary>Reads one line of a JSONL import: {"id","text","title"?,"author"?,"url"?,"posted_at"?,"source"?}.</summary>
internal static class PostLine
{
    private const int MaxSourceLength = 60;

    /// <summary>The post, or why there is none.</summary>
    public static (Post? Post, string Fault) Read(string line, string source, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement, source, now) : (null, "not a JSON object");
        }
        catch (JsonException)
        {
            return (null, "not a JSON object");
        }
    }

    private static (Post? Post, string Fault) Read(JsonElement json, string source, DateTimeOffset now)
    {
        var text = json.Text("text");
        var (id, url) = (json.Text("id"), json.Text("url"));
        if (text.Length == 0 || (id.Length == 0 && url.Length == 0))
        {
            return (null, text.Length == 0 ? "\"text\" is missing" : "\"id\" is missing");
        }

        var named = json.Text("source");
        var date = json.Text("posted_at");
        var posted = LooseDate.Parse(date, now, TimeSpan.Zero);
        if (date.Length > 0 && posted is null)
        {
            return (null, "\"posted_at\" is no date");
        }

        return (new()
        {
            Source = named.Length is > 0 and <= MaxSourceLength ? named : source,
            NativeId = id.Length > 0 ? id : url,
            Url = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is ("http" or "https") ? url : "",
            Title = json.Text("title"),
            Text = text,
            Author = json.Text("author"),
            PostedAt = posted,
            FetchedAt = now,
            Language = PageLanguage.Of(null, text),
        }, "");
    }
}
