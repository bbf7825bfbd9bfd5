using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Fraud.Collect.Extracting;

namespace Fraud.Benchmarks.Extraction;

/// <summary>
/// Trains the model of main-text extraction and measures it: `extraction FOLDER [OUT [AVOID]]`, where FOLDER is a checkout of WCXB (github.com/Murrough-Foley/web-content-extraction-benchmark,
/// CC BY 4.0). Without OUT the model in the program is measured on the test part; with OUT one is trained on the dev part, measured, and written. Sites of the pages in AVOID,
/// the ground-truth.json of a benchmark it will be judged by, and of the test part are left out of training.
/// </summary>
internal static class ExtractionTraining
{
    private const float Threshold = 0.3f;
    private static readonly TreeSettings Settings = new(Trees: 300, Leaves: 16, Rate: 0.06f, RowShare: 0.5f, ColumnShare: 0.4f, LeastWeight: 2, Shrinkage: 8, Seed: 1);

    public static async Task<int> RunAsync(string folder, string? output, string? avoid)
    {
        var test = await ReadAsync(Path.Combine(folder, "test"));
        Func<float[], float> probability = row => BlockModel.Default.Probabilities([row])[0];
        if (output is not null)
        {
            var sites = (avoid is null ? [] : await SitesAsync(avoid)).Concat(test.Select(p => p.Site)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var pages = (await ReadAsync(Path.Combine(folder, "dev"))).Where(p => !sites.Contains(p.Site)).ToList();
            Console.WriteLine($"trained on {pages.Count} pages of {pages.DistinctBy(p => p.Site).Count()} sites");
            var model = Train(pages, Settings);
            await using (var file = File.Create(output))
            {
                model.Write(file, BlockFeatures.Count);
            }

            probability = model.Probability;
        }

        Report(test, probability);
        return 0;
    }

    private static async Task<IEnumerable<string>> SitesAsync(string path)
    {
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(path));
        return [.. json.RootElement.EnumerateObject().Select(p => LabelledPage.SiteOf(p.Value.GetProperty("url").GetString()!))];
    }

    internal static BoostedTrees Train(List<LabelledPage> pages, TreeSettings settings)
    {
        float[][] rows = [.. pages.SelectMany(p => p.Rows)];
        float[] labels = [.. pages.SelectMany(p => p.Labels)];
        // A block counts by its share of the page's marked words, so that every page counts alike
        float[] weights = [.. pages.SelectMany(p => p.Blocks.Select(b => 20 * Math.Min(0.25f, (b.Length + 1f) / Math.Max(p.Gold.Length, 50))))];
        return BoostedTrees.Train(rows, labels, weights, settings);
    }

    private static async Task<List<LabelledPage>> ReadAsync(string folder)
    {
        var pages = new ConcurrentBag<LabelledPage>();
        await Parallel.ForEachAsync(Directory.GetFiles(Path.Combine(folder, "ground-truth"), "*.json"), async (file, _) =>
        {
            if (await LabelledPage.ReadAsync(folder, Path.GetFileNameWithoutExtension(file)) is { Rows.Length: > 0 } page)
            {
                pages.Add(page);
            }
        });
        return [.. pages.OrderBy(p => p.Id, StringComparer.Ordinal)];
    }

    private static void Report(List<LabelledPage> pages, Func<float[], float> probability)
    {
        var scored = pages.Select(p => (p.Kind, Found: p.Blocks.Where((_, i) => probability(p.Rows[i]) >= Threshold).SelectMany(b => b).ToArray(), p.Gold))
            .Select(p => (p.Kind, Words: ExtractionScore.OfWords(p.Found, p.Gold), Runs: ExtractionScore.OfShingles(p.Found, p.Gold))).ToList();
        foreach (var group in scored.GroupBy(s => s.Kind).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.ToList())).Prepend(("all", scored)))
        {
            var (kind, pagesOfKind) = group;
            var runs = new ExtractionScore(pagesOfKind.Average(p => p.Runs.Precision), pagesOfKind.Average(p => p.Runs.Recall));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-14} {pagesOfKind.Count,5} pages  words F1 {pagesOfKind.Average(p => p.Words.F1):F4}  four-word runs F1 {runs.F1:F4} P {runs.Precision:F4} R {runs.Recall:F4}"));
        }
    }
}
