using System.CommandLine;
using Fraud.Offers;

namespace Fraud.Commands;

/// <summary>`fraud prices`: looks after the price data that offers are judged by.</summary>
internal static class PricesCommand
{
    public static Command Create() => Create(TimeProvider.System);

    public static Command Create(TimeProvider time)
    {
        var folder = new Option<DirectoryInfo>("--folder")
        {
            Description = "Folder with official.jsonl, fx.json, subscriptions.json, programmes.json and aliases.json.",
            DefaultValueFactory = _ => new(Path.Combine(AppContext.BaseDirectory, "models", "prices")),
        };
        var check = new Command("check", "Look for gaps, overlaps, stale rows, odd figures and unknown names; exit 1 when there is an error.") { folder };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(folder).FullName, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        return new("prices", "Look after the official prices that offers are judged by.") { check };
    }

    private static int Check(string folder, DateOnly today)
    {
        PriceTable table;
        try
        {
            table = PriceTable.Load(folder);
        }
        catch (InvalidDataException fault)
        {
            Console.Error.WriteLine($"fraud: {fault.Message}");
            return ExitCode.WrongUse;
        }

        var faults = PriceLint.Check(table, today);
        foreach (var fault in faults)
        {
            Console.WriteLine(fault);
        }

        var errors = faults.Count(f => f.IsError);
        Console.WriteLine($"{table.Rows.Count} rows, {table.Plans.Count} plans, {table.Programmes.Count} programmes: {errors} errors, {faults.Count - errors} to look at.");
        return errors > 0 ? ExitCode.Found : ExitCode.Done;
    }
}
