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

    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "fraud.dll");

    /// <summary>One scanner for all tests: reading the rules takes longer than most of them.</summary>
    public static KeyScanner Scanner { get; } = KeyScanner.Load(Repo.Models, new byte[32]);

    /// <summary>A key that looks true.</summary>
    public static string Key(int seed = 1) => KeyShape.Fill(Shape, new Random(seed));

    public static ContentScan Scan(ScanSettings? settings = null) => new(Scanner, settings ?? new());

    public static ScanResult Scan(byte[] content, ScanSettings? settings = null) => Scan(settings).Stream("x", new MemoryStream(content));

    public static ScanResult Scan(string content, ScanSettings? settings = null) => Scan(Encoding.UTF8.GetBytes(content), settings);

    /// <summary>Runs git in a folder, apart from the user's own settings; it must succeed.</summary>
    public static string Git(string folder, params string[] arguments)
    {
        var (code, output, error) = TryGit(folder, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"git {arguments[0]}: {error}");
    }

    /// <summary>Runs git in a folder; a hook finds the scanner under FRAUD.</summary>
    public static (int Code, string Output, string Error) TryGit(string folder, params string[] arguments) =>
        Run("git", folder, "", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", .. arguments]);

    /// <summary>Runs `fraud scan` as a user does, in a folder, fed with text.</summary>
    public static (int Code, string Output, string Error) Fraud(string folder, string input, params string[] arguments) => Run("dotnet", folder, input, [_program, "scan", .. arguments]);

    private static (int Code, string Output, string Error) Run(string program, string folder, string input, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, StandardInputEncoding = new UTF8Encoding(false) };
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_SYSTEM"] = "/dev/null";
        start.Environment["FRAUD"] = $"dotnet {_program}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
