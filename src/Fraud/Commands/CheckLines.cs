using System.Globalization;
using System.Text.Json;
using Fraud.Checking;
using Fraud.Findings;

namespace Fraud.Commands;

/// <summary>The --jsonl way of `fraud check`: streaming, in order; a broken line gives one error line and does not stop the rest.</summary>
internal sealed class CheckLines(IAssessor assessor)
{
    private readonly List<MemoryStream> _answers = [];
    private int _number;
    private volatile bool _found;
    private volatile bool _broken;

    /// <summary>Answers every line; exit code 2 if one was broken, else 1 if one was found.</summary>
    public async Task<int> RunAsync(Stream input, Stream output, TextWriter errors, CancellationToken cancellationToken)
    {
        await foreach (var lines in LineChunks.ReadAsync(input, cancellationToken))
        {
            await AnswerAsync(lines, output, errors, cancellationToken);
        }

        return _broken ? ExitCode.WrongUse : _found ? ExitCode.Found : ExitCode.Done;
    }

    private async Task AnswerAsync(IReadOnlyList<ReadOnlyMemory<byte>> lines, Stream output, TextWriter errors, CancellationToken cancellationToken)
    {
        while (_answers.Count < lines.Count)
        {
            _answers.Add(new());
        }

        var reasons = new string?[lines.Count];
        Parallel.For(0, lines.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => reasons[i] = Answer(lines[i], _number + i + 1, _answers[i]));
        for (var i = 0; i < lines.Count; i++)
        {
            await output.WriteAsync(_answers[i].GetBuffer().AsMemory(0, (int)_answers[i].Length), cancellationToken);
            if (reasons[i] is { } reason)
            {
                await errors.WriteLineAsync($"fraud: line {_number + i + 1}: {reason}");
            }
        }

        _number += lines.Count;
        await output.FlushAsync(cancellationToken);
    }

    private string? Answer(ReadOnlyMemory<byte> line, int number, MemoryStream answer)
    {
        answer.SetLength(0);
        if (line.Span.Trim(" \t"u8).IsEmpty)
        {
            return null;
        }

        var reason = TryCheck(line, answer);
        if (reason is not null)
        {
            _broken = true;
            answer.SetLength(0);
            using var writer = new Utf8JsonWriter(answer, CheckJson.Options);
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, number);
            writer.WriteString("error"u8, reason);
            writer.WriteEndObject();
        }

        answer.WriteByte((byte)'\n');
        return reason;
    }

    private string? TryCheck(ReadOnlyMemory<byte> line, MemoryStream answer)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            using var writer = new Utf8JsonWriter(answer, CheckJson.Options);
            Check(document.RootElement, writer);
            return null;
        }
        catch (JsonException)
        {
            return "not a JSON object";
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    private void Check(JsonElement line, Utf8JsonWriter writer)
    {
        var text = JsonLines.Text(line, "text");
        var id = line.TryGetProperty("id"u8, out var given) ? Id(given) : null;
        var result = assessor.Assess(text, new AssessContext { PostedOn = Day(JsonLines.OptionalText(line, "posted_at")) });
        if (result.Verdict != Verdict.Clear)
        {
            _found = true;
        }

        CheckJson.Write(writer, id, result);
    }

    private static string? Id(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.String => id.GetString(),
        JsonValueKind.Number => id.GetRawText(),
        JsonValueKind.Null => null,
        _ => throw new FormatException("\"id\" is neither text nor number"),
    };

    private static DateOnly? Day(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? DateOnly.FromDateTime(moment.UtcDateTime)
        : throw new FormatException("\"posted_at\" is no date");
}
