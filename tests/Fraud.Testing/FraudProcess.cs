using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Fraud.Testing;

/// <summary>The real executable in a process of its own, as a user starts it.</summary>
public sealed class FraudProcess : IAsyncDisposable
{
    private const int Interrupt = 2;
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private FraudProcess(Process process) => _process = process;

    /// <summary>Bearer key of an API caller with the Lead role that every started process knows.</summary>
    public const string ApiKey = "test-key-of-the-suite";

    /// <summary>All lines printed so far, both streams.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Exit code once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Resident memory now; 0 once it has ended.</summary>
    public long MemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>Writes to its standard input and closes it.</summary>
    public async Task FeedAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        _process.StandardInput.Close();
    }

    /// <summary>A port nobody listens on now.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Starts `fraud ARGS` from the folder of the calling test assembly.</summary>
    public static FraudProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "fraud.dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["Fraud__ApiCallers__0__Name"] = "suite";
        start.Environment["Fraud__ApiCallers__0__Role"] = "Lead";
        start.Environment["Fraud__ApiCallers__0__KeySha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey)));
        var process = new FraudProcess(new() { StartInfo = start });
        process._process.OutputDataReceived += (_, e) => process.Add(e.Data);
        process._process.ErrorDataReceived += (_, e) => process.Add(e.Data);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Waits for a line that begins so, and returns it; fails with all that was printed when it does not come.</summary>
    public async Task<string> LineAsync(string beginning, TimeSpan within)
    {
        using var late = new CancellationTokenSource(within);
        var last = false;
        while (true)
        {
            if (_lines.FirstOrDefault(l => l.StartsWith(beginning, StringComparison.Ordinal)) is { } line)
            {
                return line;
            }

            if (last || late.IsCancellationRequested)
            {
                throw new TimeoutException($"no line '{beginning}…' within {within.TotalSeconds} s:\n{string.Join('\n', _lines)}");
            }

            if (_process.HasExited)
            {
                // Returns once both streams are read to their end, which is after the process is gone
                await _process.WaitForExitAsync(late.Token);
                last = true;
            }
            else
            {
                await _arrived.WaitAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            }
        }
    }

    /// <summary>Waits for the end; gives the exit code.</summary>
    public async Task<int> ExitAsync(TimeSpan within)
    {
        using var late = new CancellationTokenSource(within);
        await _process.WaitForExitAsync(late.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for the end it comes to by itself.</summary>
    public async Task EndAsync()
    {
        using var late = new CancellationTokenSource(StopWithin);
        await _process.WaitForExitAsync(late.Token);
    }

    /// <summary>Ctrl-C, then waits for the end.</summary>
    public async Task InterruptAsync()
    {
        _ = SendSignal(_process.Id, Interrupt);
        await EndAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        _arrived.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    private void Add(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
            _arrived.Release();
        }
    }
}
