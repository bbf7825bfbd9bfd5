using System.CommandLine;
using System.Globalization;
using Fraud.Cases;
using Fraud.Hosting;
using Fraud.Storage;
using Fraud.Storage.Moving;
using Fraud.Storage.Sql;

namespace Fraud.Commands;

/// <summary>`fraud migrate`: an installation's store into another database.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "Where the store is now: sqlite.", HelpName = "ENGINE", DefaultValueFactory = _ => "sqlite" };
        var to = new Option<string>("--to") { Description = "Where it shall be: sqlserver (the database Fraud:SqlServer:ConnectionString names), or sqlite in another folder.", HelpName = "ENGINE", Required = true };
        var output = new Option<string?>("--out") { Description = "Data folder to make, for sqlite.", HelpName = "DIR" };
        var data = new Option<string?>("--data") { Description = "Folder of the installation's data, instead of Fraud:DataFolder.", HelpName = "DIR" };
        var config = new Option<string?>("--config") { Description = "Settings file laid over appsettings.json.", HelpName = "FILE" };
        var command = new Command("migrate", "Copy the store into another database and compare every row and the audit log. To sqlserver: with the service stopped, and again after an interruption: it goes on. To sqlite: a backup, also of a running service. Exit code 1: the audit log is not whole.")
        {
            from, to, output, data, config,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            if (!Is(parsed.GetValue(from)!, "sqlite"))
            {
                throw new UsageException("--from must be sqlite.");
            }

            return RunAsync(parsed.GetValue(config), parsed.GetValue(data), Target(parsed.GetValue(to)!, parsed.GetValue(output)), cancellationToken);
        });
        return command;
    }

    private static Dictionary<string, string?> Target(string engine, string? output) => engine switch
    {
        _ when Is(engine, "sqlserver") && output is null => new() { ["Fraud:Store"] = "SqlServer" },
        _ when Is(engine, "sqlserver") => throw new UsageException("--out is for --to sqlite."),
        _ when Is(engine, "sqlite") && output is not null => new() { ["Fraud:Store"] = "Sqlite", ["Fraud:DataFolder"] = Path.GetFullPath(output) },
        _ when Is(engine, "sqlite") => throw new UsageException("--to sqlite needs --out DIR."),
        _ => throw new UsageException("--to must be sqlserver or sqlite."),
    };

    private static async Task<int> RunAsync(string? config, string? data, Dictionary<string, string?> target, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> source = data is null ? [] : new() { ["Fraud:DataFolder"] = Path.GetFullPath(data) };
        foreach (var (key, value) in source)
        {
            target.TryAdd(key, value);
        }

        source["Fraud:Store"] = "Sqlite";
        source["Fraud:Scheduler"] = "Quartz";
        await using var from = Installation.Open(config, source);
        var there = from.Services.GetRequiredService<StorageOptions>();
        if (!File.Exists(Path.Combine(there.Folder, there.DatabaseFile)))
        {
            throw new UsageException($"{Path.Combine(there.Folder, there.DatabaseFile)} does not exist; name the data folder with --data.");
        }

        target["Fraud:Scheduler"] = "Quartz";
        await using var to = Installation.Open(config, target);
        var here = to.Services.GetRequiredService<StorageOptions>().Folder;
        // Checkpoints before the rows they speak of, so that they are never ahead of them
        StoreFiles.Copy(there.Folder, here);
        await MoveAsync(from.Services, to.Services, target["Fraud:Store"] == "Sqlite", cancellationToken);
        // Keys once more after the rows they open, and before the log is looked at, which would make a missing one
        StoreFiles.CopyKeys(there.Folder, here);
        return await VerifyAsync(to.Services, cancellationToken);
    }

    private static async Task MoveAsync(IServiceProvider from, IServiceProvider to, bool running, CancellationToken cancellationToken)
    {
        MoveReport report;
        using (var progress = new ProgressBar(Console.Error, "moving"))
        {
            var mover = new StoreMover(from.GetRequiredService<TimeProvider>(), from.GetRequiredService<ILoggerFactory>()) { LeavesSourceRunning = running };
            report = await mover.RunAsync(from.GetRequiredService<SqlDialect>(), to.GetRequiredService<SqlDialect>(), progress.Report, cancellationToken);
        }

        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"moved: {report.Copied} rows; {report.Rows} rows in {report.Tables} tables compared and equal"));
    }

    private static async Task<int> VerifyAsync(IServiceProvider to, CancellationToken cancellationToken)
    {
        var fault = await to.GetRequiredService<IAuditLog>().VerifyAsync(cancellationToken);
        await Console.Out.WriteLineAsync(fault is null ? "whole: the audit log of the target" : $"wrong: {fault}");
        return fault is null ? ExitCode.Done : ExitCode.Found;
    }

    private static bool Is(string given, string engine) => string.Equals(given, engine, StringComparison.OrdinalIgnoreCase);
}
