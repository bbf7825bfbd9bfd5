using System.ComponentModel;
using System.Diagnostics;

namespace Fraud.Scanning;

/// <summary>Lists what a path asks to scan: a file itself; of a folder, what git would track there if it is a work tree, else every file. Links are not followed.</summary>
internal static class ScanFiles
{
    public static IEnumerable<string> List(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        return FromGit(path) ?? Walk(path);
    }

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder, "*", new EnumerationOptions
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
    }).Where(f => !f.Contains("/.git/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    // git knows its ignore rules better than a copy of them would
    private static List<string>? FromGit(string folder)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-C", folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += static (_, _) => { };
            git.BeginErrorReadLine();
            var names = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode != 0 ? null :
            [
                .. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(n => Path.Combine(folder, n))
                    .Where(f => new FileInfo(f) is { Exists: true, LinkTarget: null }).Order(StringComparer.Ordinal),
            ];
        }
        catch (Win32Exception)
        {
            // No git on this machine: every file is scanned
            return null;
        }
    }
}
