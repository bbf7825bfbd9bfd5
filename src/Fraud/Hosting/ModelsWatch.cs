using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fraud.Hosting;

/// <summary>Looks at the models folder now and then and takes a new version up. Asking beats waiting for file events, which network folders do not send.</summary>
internal sealed class ModelsWatch(LiveDetection detection, FraudSettings settings, TimeProvider clock, ILogger<ModelsWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.ModelsCheckEvery, clock);
        var (taken, last) = (Stamp(), "");
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Stamp();
            // Twice the same: whoever writes the files has finished
            if (now != taken && now == last)
            {
                Reload();
                taken = now;
            }

            last = now;
        }
    }

    private void Reload()
    {
        try
        {
            detection.Reload();
            log.ModelsTaken(detection.Model, detection.Policy);
        }
        catch (Exception e)
        {
            // Whatever is wrong with the new files, the service goes on with what it has
            log.ModelsRefused(detection.Model, e);
        }
    }

    // Names, sizes and times of all files but the corpus, which only training reads
    private string Stamp()
    {
        try
        {
            var files = new DirectoryInfo(settings.ModelsPath).EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(f => f.Directory!.Name != "corpus")
                .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}"))
                .Order(StringComparer.Ordinal);
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))));
        }
        catch (IOException)
        {
            // Just being replaced; the next look sees it whole
            return "";
        }
    }
}
