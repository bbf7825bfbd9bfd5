using System.CommandLine;
using System.Text;
using System.Text.Json;
using Fraud.Collect.Robots;

namespace Fraud.Commands;

/// <summary>`fraud robots`: what a robots.txt on standard input says about a URL.</summary>
internal static class RobotsCommand
{
    public static Command Create()
    {
        var agent = new Option<string>("--agent") { Description = "Product token of the crawler, such as FraudBot." };
        var url = new Option<string>("--url") { Description = "Absolute URL to decide on." };
        var jsonl = new Option<bool>("--jsonl") { Description = """Read lines {"robots" or "robots_b64","agent","url"}, write lines {"allowed","rule"}.""" };
        var command = new Command("robots", "Say whether a robots.txt (standard input) allows an agent to fetch a URL, and by which rule.") { agent, url, jsonl };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(jsonl) && (result.GetValue(agent) is null || result.GetValue(url) is null))
            {
                result.AddError("--agent and --url are needed, or --jsonl.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var input = Console.OpenStandardInput();
            return parsed.GetValue(jsonl)
                ? await JsonLines.RunAsync(input, Console.OpenStandardOutput(), Console.Error, Answer, cancellationToken)
                : await DecideAsync(input, parsed.GetValue(agent)!, parsed.GetValue(url)!, cancellationToken);
        });
        return command;
    }

    private static async Task<int> DecideAsync(Stream input, string agent, string url, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await input.CopyToAsync(content, cancellationToken);
        var decision = RobotsFile.Parse(content.GetBuffer().AsSpan(0, (int)content.Length)).Decide(agent, url);
        Console.WriteLine(decision.Allowed ? "allowed" : "disallowed");
        Console.WriteLine(decision.Rule.Length == 0 ? "(no rule applies)" : decision.Rule);
        return ExitCode.Done;
    }

    private static Task<object> Answer(JsonElement line, CancellationToken cancellationToken)
    {
        var content = JsonLines.OptionalText(line, "robots_b64") is { } encoded ? FromBase64(encoded) : Encoding.UTF8.GetBytes(JsonLines.Text(line, "robots"));
        var decision = RobotsFile.Parse(content).Decide(JsonLines.Text(line, "agent"), JsonLines.Text(line, "url"));
        return Task.FromResult<object>(decision);
    }

    private static byte[] FromBase64(string encoded)
    {
        try
        {
            return Convert.FromBase64String(encoded);
        }
        catch (FormatException)
        {
            throw new FormatException("\"robots_b64\" is not base64");
        }
    }
}
