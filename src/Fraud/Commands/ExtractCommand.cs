using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fraud.Collect.Decoding;
using Fraud.Collect.Extracting;

namespace Fraud.Commands;

/// <summary>`fraud extract`: the main text of a page and what is known about it.</summary>
internal static class ExtractCommand
{
    private const int MaxPageBytes = 64 * 1024 * 1024;
    private static readonly Uri Unknown = new("http://page.invalid/");

    public static Command Create()
    {
        var url = new Option<string?>("--url") { Description = "Where the page stood; resolves its links and helps to date it.", HelpName = "U" };
        var jsonl = new Option<bool>("--jsonl") { Description = """Read lines {"id","file","url"?}, answer each with one line {"id","text",…}, in order.""" };
        var models = ModelsFolder.Option();
        var command = new Command("extract", "Print the main text, title, author, date, language, images, offers and contacts of a page (standard input) as JSON.") { url, jsonl, models };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var details = TextDetails.Load(ModelsFolder.Demand(parsed.GetValue(models)!));
            await using var input = Console.OpenStandardInput();
            if (parsed.GetValue(jsonl))
            {
                return await JsonLines.RunAsync(input, Console.OpenStandardOutput(), Console.Error, (line, token) => AnswerAsync(line, details, token), cancellationToken);
            }

            using var page = new MemoryStream();
            await input.CopyToAsync(page, cancellationToken);
            var result = await ExtractAsync(page.ToArray(), UrlOf(parsed.GetValue(url)), details, cancellationToken);
            Console.WriteLine(result.ToJsonString(JsonLines.Format));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<object> AnswerAsync(JsonElement line, TextDetails details, CancellationToken cancellationToken)
    {
        var (id, file, url) = (JsonLines.Text(line, "id"), JsonLines.Text(line, "file"), UrlOf(JsonLines.OptionalText(line, "url")));
        var info = new FileInfo(file);
        if (!info.Exists || info.Length > MaxPageBytes)
        {
            throw new FormatException(info.Exists ? "the file is too large" : "the file does not exist");
        }

        var result = await ExtractAsync(await File.ReadAllBytesAsync(file, cancellationToken), url, details, cancellationToken);
        result.Insert(0, "id", id);
        return result;
    }

    private static async Task<JsonObject> ExtractAsync(byte[] page, Uri url, TextDetails details, CancellationToken cancellationToken)
    {
        var extracted = await PageExtractor.ExtractAsync(PageText.Decode(page, "").Text, url, TimeProvider.System.GetUtcNow(), cancellationToken);
        var result = new JsonObject
        {
            ["text"] = extracted.Text,
            ["title"] = extracted.Title,
            ["author"] = extracted.Author,
            ["date"] = extracted.Date is { } date ? date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", null) : null,
            ["language"] = extracted.Language,
            ["images"] = new JsonArray([.. extracted.Images.Select(i => JsonValue.Create(i))]),
        };
        details.AddTo(result, extracted, url);
        return result;
    }

    private static Uri UrlOf(string? url) =>
        url is null ? Unknown : Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" ? parsed : throw new FormatException("\"url\" is no absolute http(s) URL");
}
