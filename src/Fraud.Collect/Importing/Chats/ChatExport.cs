using Fraud.Collect.Extracting;
using Fraud.Collect.Html;
using Fraud.Collect.Sources;
using Fraud.Posts;

namespace Fraud.Collect.Importing.Chats;

/// <summary>Reads chats as people export them: Telegram (JSON, HTML), QQ and WeChat (text), and the JSON of the usual tools. Anything else yields nothing.</summary>
internal static class ChatExport
{
    private const int MaxMessages = 500_000;

    /// <param name="extension">The file's extension, with its dot.</param>
    /// <param name="text">The file.</param>
    /// <param name="source">Source the posts carry.</param>
    /// <param name="now">When it is imported.</param>
    /// <param name="offset">Offset from UTC of times written without one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<Post>> ReadAsync(string extension, string text, string source, DateTimeOffset now, TimeSpan offset, CancellationToken cancellationToken)
    {
        var messages = extension.ToUpperInvariant() switch
        {
            ".TXT" => ChatText.Read(text),
            ".JSON" => ChatJson.Read(text),
            ".HTML" or ".HTM" when text.Contains("from_name", StringComparison.Ordinal) => await ReadTelegramAsync(text, cancellationToken),
            _ => [],
        };
        return [.. messages.Take(MaxMessages).Select(m => ToPost(m, source, now, offset)).OfType<Post>()];
    }

    private static Post? ToPost(ChatMessage message, string source, DateTimeOffset now, TimeSpan offset)
    {
        var text = HtmlText.Tidy(message.Text);
        return text.Length == 0 ? null : new()
        {
            Source = source,
            NativeId = message.Id.Length > 0 ? message.Id : PostId.Hash(message.Author, message.Date, text),
            Text = text,
            Author = message.Author.Trim(),
            PostedAt = long.TryParse(message.Date, out var stamp) ? FromStamp(stamp, now) : LooseDate.Parse(message.Date, now, offset),
            FetchedAt = now,
            Language = PageLanguage.Of(null, text),
        };
    }

    // Seconds, or milliseconds in newer tools
    private static DateTimeOffset? FromStamp(long stamp, DateTimeOffset now)
    {
        var seconds = stamp > 100_000_000_000 ? stamp / 1000 : stamp;
        return seconds is > 600_000_000 and < 10_000_000_000 && DateTimeOffset.FromUnixTimeSeconds(seconds) is var moment && moment <= now.AddDays(2) ? moment : null;
    }

    private static async Task<List<ChatMessage>> ReadTelegramAsync(string html, CancellationToken cancellationToken)
    {
        using var document = await SafeHtml.ParseAsync(html, cancellationToken);
        var messages = new List<ChatMessage>();
        var chat = document.QuerySelector(".page_header .text") is { } header ? HtmlText.Of(header) : "";
        var author = "";
        foreach (var message in document.QuerySelectorAll("div.message.default[id]"))
        {
            // A message that follows one of the same author does not name him again
            author = message.QuerySelector(".body > .from_name") is { } name ? HtmlText.Of(name) : author;
            var text = message.QuerySelector(".body > .text, .forwarded .text");
            var date = message.QuerySelector(".date[title]")?.GetAttribute("title") ?? "";
            messages.Add(new($"{chat}/{message.Id}", author, DayFirst(date), text is null ? "" : HtmlText.Of(text)));
        }

        return messages;
    }

    // 31.10.2026 08:00:05 UTC+08:00
    private static string DayFirst(string date)
    {
        var parts = date.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 4 ? date : $"{parts[2]}-{parts[1]}-{parts[0]} {parts[3]}{(parts.Length > 4 ? parts[4].Replace("UTC", "", StringComparison.Ordinal) : "")}";
    }
}
