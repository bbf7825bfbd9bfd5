using System.CommandLine;
using Fraud.Cases;
using Fraud.Hosting;
using Fraud.Report.Delivery;
using Fraud.Review.Audit;

namespace Fraud.Commands;

/// <summary>`fraud verify`: whether a report, an audit log or an installation's own log is as it was written.</summary>
internal static class VerifyCommand
{
    private const string AuditMark = "fraud-audit-";

    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A report folder, an audit log file, or a database file (or the data folder it is in)." };
        var key = new Option<string?>("--key") { Description = "Id of the key it must be signed with, as the sender made it known.", HelpName = "ID" };
        var config = new Option<string?>("--config") { Description = "Settings file laid over appsettings.json; for a database.", HelpName = "FILE" };
        var command = new Command("verify", "Check offline that nothing of a report or of the audit log was altered, removed or added. Exit code 0: whole, 1: something is wrong, 2: unreadable.") { path, key, config };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(path)!, parsed.GetValue(key), parsed.GetValue(config), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? key, string? config, CancellationToken cancellationToken) => path switch
    {
        _ when Directory.Exists(path) && ReportVerifier.IsReport(path) => await TellAsync(await ReportVerifier.VerifyAsync(path, key ?? "", cancellationToken), key is not null),
        _ when DatabaseOf(path) is { } file => await VerifyDatabaseAsync(file, config, cancellationToken),
        _ when File.Exists(path) && IsAuditFile(path) => await TellAsync(await AuditFile.VerifyAsync(path, key, cancellationToken), "the audit log"),
        _ => throw new UsageException($"'{path}' is no report folder, audit log or database."),
    };

    private static async Task<int> VerifyDatabaseAsync(FileInfo file, string? config, CancellationToken cancellationToken)
    {
        await using var installation = Installation.Open(config, new() { ["Fraud:DataFolder"] = file.DirectoryName, ["Fraud:Storage:DatabaseFile"] = file.Name, ["Fraud:Store"] = "Sqlite" });
        return await TellAsync(await installation.Services.GetRequiredService<IAuditLog>().VerifyAsync(cancellationToken), "the audit log of this database");
    }

    private static FileInfo? DatabaseOf(string path)
    {
        var file = new FileInfo(Directory.Exists(path) ? Path.Combine(path, "fraud.db") : path);
        return file.Exists && StartsWith(file.FullName, "SQLite format 3\0") ? file : null;
    }

    private static bool IsAuditFile(string path) => StartsWith(path, "{\"format\":\"" + AuditMark);

    private static bool StartsWith(string path, string beginning)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[beginning.Length];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual(System.Text.Encoding.ASCII.GetBytes(beginning));
    }

    private static async Task<int> TellAsync(string? fault, string what)
    {
        await Console.Out.WriteLineAsync(fault is null ? $"whole: {what}" : $"wrong: {fault}");
        return fault is null ? ExitCode.Done : ExitCode.Found;
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
