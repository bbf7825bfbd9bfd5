using System.ComponentModel;
using System.Diagnostics;
using Fraud.Commands;

namespace Fraud.Scanning;

/// <summary>A run of the git executable, kept from starting anything that a repository's own settings name.</summary>
internal sealed class GitProcess : IDisposable
{
    // A repository is content like any other: its configuration must neither start programs here nor reach out
    private static readonly string[] _harmless =
        ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c", "protocol.allow=never", "-c", "log.showSignature=false", "--no-optional-locks"];

    // Left alone git keeps 96 MB of unpacked bases and maps the whole pack, in each of its processes; versions come sorted by path, so that little is enough
    private static readonly string[] _frugal = ["-c", "core.deltaBaseCacheLimit=32m", "-c", "core.packedGitWindowSize=1m", "-c", "core.packedGitLimit=32m"];

    private readonly Process _process;
    private readonly Task<string> _error;

    private GitProcess(Process process) => (_process, _error) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>What it prints.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>What it reads, when it was started to be fed.</summary>
    public StreamWriter Input => _process.StandardInput;

    /// <summary>Starts git in a folder.</summary>
    /// <exception cref="UsageException">There is no git on this machine.</exception>
    public static GitProcess Start(string folder, bool feed, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = feed };
        foreach (var argument in (IEnumerable<string>)["-C", folder, .. _harmless, .. _frugal, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // Messages in English, no question to a person, no fetching of what a partial clone lacks
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        try
        {
            return new(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            throw new UsageException("git is needed for this and was not found on this machine.");
        }
    }

    /// <summary>Runs git to its end; null output when it fails.</summary>
    public static (string? Output, string Error) Run(string folder, params IEnumerable<string> arguments)
    {
        using var git = Start(folder, feed: false, arguments);
        using var reader = new StreamReader(git.Output);
        var output = reader.ReadToEnd();
        return git.End() is { } error ? (null, error) : (output, "");
    }

    /// <summary>Waits for its end; the first line of its complaint when it failed, else null.</summary>
    public string? End()
    {
        _process.WaitForExit();
        var said = _error.GetAwaiter().GetResult().Trim().Split('\n')[0];
        return _process.ExitCode == 0 ? null : said.Length > 0 ? said : "git failed";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
