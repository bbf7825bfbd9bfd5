using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Fraud.Collect.Importing;

/// <summary>Reads the words on a screenshot with the local program tesseract; nothing leaves the machine.</summary>
internal sealed class ScreenshotReader(string program = "tesseract")
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly string[] Languages = ["chi_sim", "chi_tra", "eng"];

    /// <summary>The words, or why there are none.</summary>
    public async Task<(string Text, string Fault)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var installed = (await RunAsync(["--list-langs"], cancellationToken)).Split('\n').Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
            var languages = Languages.Where(installed.Contains).ToArray();
            var text = await RunAsync([Path.GetFullPath(path), "stdout", .. languages.Length > 0 ? ["-l", string.Join('+', languages)] : Array.Empty<string>()], cancellationToken);
            return text.Trim().Length > 0 ? (text.Trim(), "") : ("", "no words were found on the picture");
        }
        catch (Win32Exception)
        {
            return ("", "reading a screenshot needs the program tesseract: install tesseract-ocr with tesseract-ocr-chi-sim, then import again");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ("", "the picture took too long to read");
        }
    }

    private async Task<string> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Longest);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
            await errors;
            await process.WaitForExitAsync(timeout.Token);
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
