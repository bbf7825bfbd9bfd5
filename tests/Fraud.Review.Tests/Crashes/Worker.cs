using System.Diagnostics;
using System.Globalization;

namespace Fraud.Review.Tests.Crashes;

/// <summary>The child process that works on a store, and what it has said.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource _enough = new();
    private readonly string _word;
    private readonly int _wanted;
    private readonly Task<string> _errors;
    private readonly Task _reading;

    /// <summary>Starts one that is left at work until it has said <paramref name="wanted"/> lines with this word.</summary>
    public Worker(string folder, int seed, string word, int wanted)
    {
        (_word, _wanted) = (word, wanted);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Fraud.CrashChild.dll"));
        start.ArgumentList.Add(folder);
        start.ArgumentList.Add(seed.ToString(CultureInfo.InvariantCulture));
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>Kills it without warning, a moment after it has done enough; gives the whole lines it had said.</summary>
    public async Task<IReadOnlyList<string>> KillAsync(TimeSpan moment)
    {
        if (await Task.WhenAny(_enough.Task, Task.Delay(TimeSpan.FromSeconds(240))) != _enough.Task)
        {
            Assert.Fail($"the worker was too slow: wanted {_wanted} {_word} of {string.Join(", ", _lines.ToArray().GroupBy(l => l.Split(' ')[0]).Select(g => $"{g.Count()} {g.Key}"))}");
        }

        await _enough.Task;
        await Task.Delay(moment);
        Assert.False(_process.HasExited, "the worker ended by itself");
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        await _errors;
        return _lines;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
            if (_lines.Count(l => l.StartsWith(_word, StringComparison.Ordinal)) >= _wanted)
            {
                _enough.TrySetResult();
            }
        }

        _enough.TrySetException(new InvalidOperationException("the worker ended by itself: " + await _errors));
    }
}
