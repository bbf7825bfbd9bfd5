using System.Text.Json;
using Fraud.Findings;

namespace Fraud.Corpora;

/// <summary>Reads labelled posts from JSON lines: id, family, author, label, lang, platform, stance, text, posted_at.</summary>
public static class CorpusReader
{
    /// <summary>Reads every *.jsonl file of a folder, in the order of names; nothing where there is no such folder.</summary>
    public static IReadOnlyList<LabelledPost> ReadFolder(string folder) =>
        !Directory.Exists(folder) ? [] : [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    /// <summary>Reads one file; throws <see cref="InvalidDataException"/> naming the line that is not a labelled post.</summary>
    public static IReadOnlyList<LabelledPost> ReadFile(string path)
    {
        var posts = new List<LabelledPost>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0)
            {
                posts.Add(ReadLine(line, $"{Path.GetFileName(path)} line {number}"));
            }
        }

        return posts;
    }

    private static LabelledPost ReadLine(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement, place);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{place} is no labelled post.", e);
        }
    }

    private static LabelledPost Read(JsonElement json, string place)
    {
        var id = Text(json, "id", place);
        return new()
        {
            Id = id,
            Family = Text(json, "family", id),
            Author = Text(json, "author", "?"),
            Label = Label(json.GetProperty("label").GetString()),
            Language = Text(json, "lang", ""),
            Platform = Text(json, "platform", ""),
            Stance = StanceOf(Text(json, "stance", "")),
            Text = ReservedDomains.Fill(KeyShapes.Fill(json.GetProperty("text").GetString() ?? "", id), id),
            PostedOn = json.TryGetProperty("posted_at", out var day) && day.GetString() is { Length: >= 10 } text ? DateOnly.ParseExact(text[..10], "yyyy-MM-dd", null) : null,
        };
    }

    // Ids, codes, and codes with a name behind such as T1_HOARD
    private static PitchLabel Label(string? text) =>
        PitchLabels.TryParse(text, out var label) || PitchLabels.TryParse(text?.Split('_')[0], out label) ? label : throw new FormatException("unknown label");

    private static Stance? StanceOf(string text) => text switch
    {
        "offer" => Stance.Offer,
        "disclose" => Stance.Disclose,
        "report" => Stance.Report,
        "warn" or "ask" => Stance.Warn,
        "other" => Stance.Other,
        _ => null,
    };

    private static string Text(JsonElement json, string name, string otherwise) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : otherwise;
}
