using System.CommandLine;
using Fraud.Report.Delivery;

namespace Fraud.Commands;

/// <summary>`fraud verify`: whether a report is as it was signed.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A report folder." };
        var key = new Option<string>("--key") { Description = "Id of the key it must be signed with, as the sender made it known.", HelpName = "ID", DefaultValueFactory = _ => "" };
        var command = new Command("verify", "Check offline that nothing of a report was altered, removed or added.") { path, key };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(path)!, parsed.GetValue(key)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, string key, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
        {
            throw new UsageException($"'{path}' is no folder.");
        }

        if (!ReportVerifier.IsReport(path))
        {
            throw new UsageException($"'{path}' has neither {ReportManifest.FileName} nor {ReportManifest.SignatureFileName}, so it is no report.");
        }

        return await TellAsync(await ReportVerifier.VerifyAsync(path, key, cancellationToken), key.Length > 0);
    }

    private static async Task<int> TellAsync(ReportCheck check, bool keyWasGiven)
    {
        foreach (var fault in check.Faults)
        {
            await Console.Out.WriteLineAsync($"wrong: {fault}");
        }

        if (!check.IsWhole)
        {
            return ExitCode.Found;
        }

        await Console.Out.WriteLineAsync($"whole: {check.Manifest!.Files.Count} files, {check.Manifest.Cases} cases, audit log at event {check.Manifest.AuditSequence}");
        await Console.Out.WriteLineAsync($"signed with key {check.Manifest.KeyId}" + (keyWasGiven ? "" : "; compare it with the one the sender made known, or give --key"));
        return ExitCode.Done;
    }
}
