using Fraud.Testing;

namespace Fraud.Tests.Cli;

/// <summary>What every command promises the shell.</summary>
public class CommandLineTests
{
    public static TheoryData<string> Commands => ["demo", "serve", "check", "scan", "extract", "robots", "crawl", "import", "train", "eval", "report", "verify", "migrate", "engines", "bench"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_explains_itself(string command)
    {
        await using var process = FraudProcess.Start(command, "--help");
        await process.LineAsync("Usage:", TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("serve --config /nowhere/x.json")]
    [InlineData("scan /nowhere/at/all")]
    [InlineData("import /nowhere/at/all.jsonl")]
    public async Task Wrong_use_ends_with_one_line_and_code_2(string arguments)
    {
        await using var process = FraudProcess.Start(arguments.Split(' '));
        var line = await process.LineAsync("fraud", TimeSpan.FromSeconds(30));
        await process.EndAsync();

        Assert.StartsWith("fraud", line, StringComparison.Ordinal);
        Assert.Equal(2, process.ExitCode);
    }
}
