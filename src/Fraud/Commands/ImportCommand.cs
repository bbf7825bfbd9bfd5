using System.CommandLine;
using Fraud.Collect.Importing;
using Fraud.Hosting;

namespace Fraud.Commands;

/// <summary>`fraud import`: files of posts and pages into the store.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "JSONL, HTML, feed or WARC (.warc, .warc.gz) files.", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string>("--source") { Description = "Source the posts carry where the file names none.", HelpName = "NAME", DefaultValueFactory = _ => "import" };
        var data = new Option<string?>("--data") { Description = "Folder of the installation's data, instead of Fraud:DataFolder.", HelpName = "DIR" };
        var config = new Option<string?>("--config") { Description = "Settings file laid over appsettings.json.", HelpName = "FILE" };
        var command = new Command("import", "Import posts from files. Importing a file again adds nothing.") { files, source, data, config };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(files)!, parsed.GetValue(source)!, parsed.GetValue(config), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string source, string? config, string? data, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
        {
            throw new UsageException($"{missing} does not exist; nothing was imported.");
        }

        await using var installation = Installation.Open(config, data is null ? [] : new() { ["Fraud:DataFolder"] = data });
        var importer = installation.Services.GetRequiredService<IImporter>();
        var code = ExitCode.Done;
        foreach (var file in files)
        {
            var report = await importer.ImportAsync(file, source, cancellationToken);
            await Console.Out.WriteLineAsync($"{file}: {report.Posts} posts, {report.NewPosts} new{(report.Refused == 0 ? "" : $", {report.Refused} unreadable")}");
            foreach (var fault in report.Faults)
            {
                code = ExitCode.WrongUse;
                await Console.Error.WriteLineAsync($"fraud: {file}: {fault}");
            }
        }

        return code;
    }
}
