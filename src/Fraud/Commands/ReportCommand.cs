using System.CommandLine;
using System.Globalization;
using Fraud.Hosting;
using Fraud.Report;
using Fraud.Report.Delivery;

namespace Fraud.Commands;

/// <summary>`fraud report`: confirmed cases of a period as a signed folder.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var formats = new Option<string>("--format") { Description = "Formats, separated by commas: csv, jsonl, stix, misp, xarf, dsa, key-notice.", HelpName = "NAMES", Required = true };
        var since = new Option<string>("--since") { Description = "First day (2026-10-01) or moment (2026-10-01T08:00:00Z) of confirmation; UTC unless it says otherwise.", HelpName = "DATE", Required = true };
        var until = new Option<string?>("--until") { Description = "Day or moment before which cases were confirmed. Default: now.", HelpName = "DATE" };
        var folder = new Option<string>("--out") { Description = "Folder to make; it must not exist, or be empty.", HelpName = "DIR", Required = true };
        var data = new Option<string?>("--data") { Description = "Folder of the installation's data, instead of Fraud:DataFolder.", HelpName = "DIR" };
        var config = new Option<string?>("--config") { Description = "Settings file laid over appsettings.json.", HelpName = "FILE" };
        var command = new Command("report", "Write the confirmed cases of a period as a signed report folder.") { formats, since, until, folder, data, config };
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = new ReportRequest
            {
                Formats = parsed.GetValue(formats)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Since = Moment("--since", parsed.GetValue(since)!),
                Until = parsed.GetValue(until) is { } end ? Moment("--until", end) : null,
                Folder = parsed.GetValue(folder)!,
            };
            return RunAsync(request, parsed.GetValue(config), parsed.GetValue(data), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(ReportRequest request, string? config, string? data, CancellationToken cancellationToken)
    {
        await using var installation = Installation.Open(config, data is null ? [] : new() { ["Fraud:DataFolder"] = data });
        await using var scope = installation.Services.CreateAsyncScope();
        try
        {
            var manifest = await scope.ServiceProvider.GetRequiredService<ReportMaker>().MakeAsync(request, cancellationToken);
            await TellAsync(manifest, scope.ServiceProvider.GetRequiredService<ReportOptions>());
            return ExitCode.Done;
        }
        catch (ReportException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static async Task TellAsync(ReportManifest manifest, ReportOptions options)
    {
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{manifest.Cases} confirmed cases from {manifest.Since:u} until {manifest.Until:u}"));
        foreach (var file in manifest.Files)
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {file.Name,-24} {file.Records,8} records {file.Bytes,12} bytes"));
        }

        await Console.Out.WriteLineAsync($"signed with key {manifest.KeyId}");
        if (!options.IsNamed)
        {
            await Console.Error.WriteLineAsync("fraud: the report names no organisation; set Fraud:Report:Organisation, Contact and Domain before it leaves the house.");
        }
    }

    private static DateTimeOffset Moment(string option, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) && text.Length >= 10 && char.IsAsciiDigit(text[0])
            ? moment
            : throw new UsageException($"{option}: '{text}' is no date such as 2026-10-01.");
}
