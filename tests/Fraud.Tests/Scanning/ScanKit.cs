using System.Diagnostics;
using System.Text;
using Fraud.Keys;
using Fraud.Scanning;
using Fraud.Testing;

namespace Fraud.Tests.Scanning;

/// <summary>Makers of what is scanned.</summary>
internal static class ScanKit
{
    private const string Shape = "sk-proj-{A-Za-z0-9:74}T3BlbkFJ{A-Za-z0-9:74}";

    /// <summary>One scanner for all tests: reading the rules takes longer than most of them.</summary>
    public static KeyScanner Scanner { get; } = KeyScanner.Load(Repo.Models, new byte[32]);

    /// <summary>A key that looks true.</summary>
    public static string Key(int seed = 1) => KeyShape.Fill(Shape, new Random(seed));

    public static ContentScan Scan(ScanSettings? settings = null) => new(Scanner, settings ?? new());

    public static ScanResult Scan(byte[] content, ScanSettings? settings = null) => Scan(settings).Stream("x", new MemoryStream(content));

    public static ScanResult Scan(string content, ScanSettings? settings = null) => Scan(Encoding.UTF8.GetBytes(content), settings);

    /// <summary>Runs git in a folder, apart from the user's own settings.</summary>
    public static string Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", .. arguments], start.ArgumentList.Add);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_SYSTEM"] = "/dev/null";
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output : throw new InvalidOperationException($"git {arguments[0]}: {error.GetAwaiter().GetResult()}");
    }
}
