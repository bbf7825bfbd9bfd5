using System.CommandLine;
using Fraud.Engines;

namespace Fraud.Commands;

/// <summary>`fraud engines`: which engines are in this build.</summary>
internal static class EnginesCommand
{
    public static Command Create()
    {
        var command = new Command("engines", "Say which engines this build has, and why the others are missing.");
        command.SetAction(_ =>
        {
            Console.WriteLine(EngineCatalog.Line);
            foreach (var engine in EngineCatalog.All)
            {
                Console.WriteLine($"  {engine.Name,-10} {(engine.Present ? "in " : "out")}  {engine.Note}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
