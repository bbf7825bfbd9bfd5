using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fraud.Commands;

/// <summary>The --jsonl way of a command: one JSON object a line in, one a line out, in order. A bad line is answered with its number and why, and the rest goes on.</summary>
internal static class JsonLines
{
    /// <summary>Field names in snake case, text readable, nothing omitted.</summary>
    public static JsonSerializerOptions Format { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers every line; exit code 2 if one was bad.</summary>
    /// <remarks><paramref name="answer"/> gives the answer to one object; it throws <see cref="FormatException"/> with a reason when the object is not as agreed.</remarks>
    public static async Task<int> RunAsync(Stream input, Stream output, TextWriter errors, Func<JsonElement, CancellationToken, Task<object>> answer, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false));
        await using var writer = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        var code = ExitCode.Done;
        var number = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                await writer.WriteLineAsync(JsonSerializer.Serialize(await answer(document.RootElement, cancellationToken), Format));
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                code = ExitCode.WrongUse;
                var reason = e is JsonException ? "not a JSON object" : e.Message;
                await writer.WriteLineAsync(JsonSerializer.Serialize(new { line = number, error = reason }, Format));
                await errors.WriteLineAsync($"fraud: line {number}: {reason}");
            }
        }

        return code;
    }

    /// <summary>A required text field.</summary>
    public static string Text(JsonElement line, string field) => OptionalText(line, field) ?? throw new FormatException($"\"{field}\" is missing");

    /// <summary>A text field, or null.</summary>
    public static string? OptionalText(JsonElement line, string field)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("not a JSON object");
        }

        return !line.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? ReadString(value, field)
            : throw new FormatException($"\"{field}\" is not a text");
    }

    // A lone surrogate escape is valid JSON but no text
    private static string ReadString(JsonElement value, string field)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new FormatException($"\"{field}\" is not valid Unicode");
        }
    }
}
