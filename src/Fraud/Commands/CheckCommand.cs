using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Fraud.Checking;
using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Commands;

/// <summary>`fraud check`: what detection says of a text, or of many.</summary>
internal static class CheckCommand
{
    private const int MaxFileBytes = 32 << 20;

    public static Command Create()
    {
        var text = new Argument<string?>("TEXT") { Description = "The text; read from stdin when neither it nor --file is given.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "Read the text from this file (UTF-8).", HelpName = "F" };
        var lines = new Option<bool>("--jsonl") { Description = "Read lines {\"id\",\"text\",\"posted_at\"?} and answer each with one line, in order." };
        var json = new Option<bool>("--json") { Description = "Print the whole result as JSON instead of a summary." };
        var models = ModelsFolder.Option();
        var weights = ModelsFolder.WeightsOption();
        var command = new Command("check", "Assess a text: verdict, label, the words that caused it, offer, contacts and keys. Nothing is kept.") { text, file, lines, json, models, weights };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var assessor = ModelsFolder.Load(parsed.GetValue(models)!, parsed.GetValue(weights));
            if (parsed.GetValue(lines))
            {
                await using var input = Open(parsed.GetValue(file));
                return await new CheckLines(assessor).RunAsync(input, Console.OpenStandardOutput(), Console.Error, cancellationToken);
            }

            var content = parsed.GetValue(text) ?? await ReadAsync(parsed.GetValue(file), cancellationToken);
            return Tell(assessor.Assess(content, AssessContext.None), content, parsed.GetValue(json));
        });
        return command;
    }

    private static Stream Open(string? file) => file is null ? Console.OpenStandardInput()
        : File.Exists(file) ? File.OpenRead(file)
        : throw new UsageException($"--file: {file} does not exist.");

    private static async Task<string> ReadAsync(string? file, CancellationToken cancellationToken)
    {
        await using var stream = Open(file);
        if (stream.CanSeek && stream.Length > MaxFileBytes)
        {
            throw new UsageException($"--file: more than {MaxFileBytes >> 20} MB; use `fraud scan` or --jsonl.");
        }

        using var reader = new StreamReader(stream, new UTF8Encoding(false));
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static int Tell(Assessment result, string text, bool json)
    {
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            using (var writer = new Utf8JsonWriter(output, CheckJson.Options))
            {
                CheckJson.Write(writer, null, result);
            }

            output.WriteByte((byte)'\n');
        }
        else
        {
            Summarise(result, text);
        }

        return result.Verdict == Verdict.Clear ? ExitCode.Done : ExitCode.Found;
    }

    private static void Summarise(Assessment result, string text)
    {
        var shown = SpanMask.Hide(text, result.SecretSpans());
        Console.WriteLine(result.Verdict switch
        {
            Verdict.Alert => $"ALERT   {result.Label.Name().En} ({Percent(result.Score)})",
            Verdict.Review => $"REVIEW  {result.Label.Name().En} ({Percent(result.Score)})",
            _ => $"CLEAR   no known signs, which is not the same as safe ({result.Label.Name().En}, {Percent(result.Score)})",
        });
        foreach (var finding in result.Findings)
        {
            Console.WriteLine($"  {finding.Weight.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture),6}  {finding.Rule,-30} {Quote(shown, finding)}{finding.Reason.En}");
        }

        if (result.Offer is { Wording.En.Length: > 0 } offer)
        {
            Console.WriteLine($"  offer   {offer.Wording.En}");
        }

        foreach (var key in result.Keys)
        {
            Console.WriteLine($"  key     {key.Issuer} {key.Redacted}");
        }

        Console.WriteLine($"  {result.Model}, {result.Policy}");
    }

    private static string Quote(string text, Finding finding)
    {
        var words = text[finding.Start..finding.End].ReplaceLineEndings(" ");
        return words.Length == 0 ? "" : $"“{(words.Length > 40 ? words[..40] + "…" : words)}”  ";
    }

    private static string Percent(double value) => value.ToString("0 %", CultureInfo.InvariantCulture);
}
