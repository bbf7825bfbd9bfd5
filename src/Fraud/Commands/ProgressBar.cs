using System.Globalization;

namespace Fraud.Commands;

/// <summary>A bar on a terminal; nothing when the output goes elsewhere.</summary>
internal sealed class ProgressBar(TextWriter output, string what) : IDisposable
{
    private const int Width = 32;
    private readonly bool _shown = !Console.IsErrorRedirected;
    private int _last = -1;

    /// <summary>Shows how far the work is, 0 to 1.</summary>
    public void Report(double part)
    {
        var percent = (int)(100 * Math.Clamp(part, 0, 1));
        if (!_shown || percent == _last)
        {
            return;
        }

        _last = percent;
        var full = percent * Width / 100;
        output.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what} [{new string('#', full)}{new string('.', Width - full)}] {percent,3} %"));
    }

    /// <summary>Takes the bar away, so that something else can be written; the next report brings it back.</summary>
    public void Hide()
    {
        if (_shown && _last >= 0)
        {
            output.Write($"\r{new string(' ', what.Length + Width + 9)}\r");
            _last = -1;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_shown && _last >= 0)
        {
            output.WriteLine();
        }
    }
}
