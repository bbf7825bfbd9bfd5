using System.Text.Json;
using Fraud.Collect.Extracting;
using Fraud.Collect.Html;
using Fraud.Posts;

namespace Fraud.Collect.Sources.Bluesky;

/// <summary>Reads a record of the kind app.bsky.feed.post.</summary>
internal static class BlueskyRecord
{
    private static readonly Uri Base = new("https://bsky.app/");

    /// <param name="record">The record.</param>
    /// <param name="uri">Its address, at://DID/app.bsky.feed.post/KEY.</param>
    /// <param name="author">Handle or DID.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="now">When it was fetched.</param>
    public static Post? ToPost(JsonElement record, string uri, string author, string source, DateTimeOffset now)
    {
        var text = HtmlText.Tidy(record.Text("text"));
        if (text.Length == 0 || uri.Length == 0)
        {
            return null;
        }

        var language = record.List("langs").Select(l => l.AsText()).FirstOrDefault(l => l.Length > 0);
        return new()
        {
            Source = source,
            NativeId = uri,
            Url = $"https://bsky.app/profile/{Uri.EscapeDataString(author)}/post/{Uri.EscapeDataString(uri[(uri.LastIndexOf('/') + 1)..])}",
            Text = text,
            Author = author,
            PostedAt = LooseDate.Parse(record.Text("createdAt"), now, TimeSpan.Zero),
            FetchedAt = now,
            ReplyTo = record.Child("reply").Child("parent").Text("uri"),
            Language = language ?? PageLanguage.Of(null, text),
            Links = [.. Links(record).Select(l => PageLinks.Resolve(Base, l)).OfType<string>().Distinct(StringComparer.Ordinal).Take(100)],
        };
    }

    private static IEnumerable<string> Links(JsonElement record) =>
        record.List("facets").SelectMany(f => f.List("features")).Select(f => f.Text("uri")).Append(record.Child("embed").Child("external").Text("uri")).Where(u => u.Length > 0);
}
