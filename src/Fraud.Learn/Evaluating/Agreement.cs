using System.Text.Json;
using Fraud.Corpora;
using Fraud.Findings;

namespace Fraud.Evaluating;

/// <summary>How far a second reader, who saw only the texts, gave the labels of the corpus.</summary>
/// <param name="Posts">Posts labelled twice.</param>
/// <param name="Same">Share of equal labels.</param>
/// <param name="Kappa">Cohen's kappa over the labels: agreement beyond chance, 1 is perfect.</param>
/// <param name="ScamKappa">Cohen's kappa of scam (T1 to T7) against benign.</param>
public sealed record Agreement(int Posts, double Same, double Kappa, double ScamKappa)
{
    /// <summary>Compares second labels ({"id","label"} lines) with the corpus; null without such a file. Throws <see cref="InvalidDataException"/> on a line that names no post or label.</summary>
    public static Agreement? Read(string file, IReadOnlyList<LabelledPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        if (!File.Exists(file))
        {
            return null;
        }

        var byId = posts.ToDictionary(p => p.Id, p => p.Label, StringComparer.Ordinal);
        return Of([.. File.ReadLines(file).Where(l => l.Length > 0).Select(l => Pair(l, byId))]);
    }

    /// <summary>Agreement of pairs of labels.</summary>
    public static Agreement Of(IReadOnlyList<(PitchLabel First, PitchLabel Second)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var same = pairs.Count == 0 ? 0 : pairs.Count(p => p.First == p.Second) / (double)pairs.Count;
        return new(pairs.Count, same, KappaOf([.. pairs.Select(p => ((int)p.First, (int)p.Second))]), KappaOf([.. pairs.Select(p => (p.First.IsRisk() ? 1 : 0, p.Second.IsRisk() ? 1 : 0))]));
    }

    private static (PitchLabel First, PitchLabel Second) Pair(string line, Dictionary<string, PitchLabel> byId)
    {
        using var json = JsonDocument.Parse(line);
        var id = json.RootElement.GetProperty("id").GetString() ?? "";
        return byId.TryGetValue(id, out var first) && PitchLabels.TryParse(json.RootElement.GetProperty("label").GetString() ?? "", out var second)
            ? (first, second)
            : throw new InvalidDataException($"agreement.jsonl: {id} is no post of the corpus or has no known label.");
    }

    private static double KappaOf((int First, int Second)[] pairs)
    {
        if (pairs.Length == 0)
        {
            return 0;
        }

        double count = pairs.Length;
        var seen = pairs.Count(p => p.First == p.Second) / count;
        var chance = pairs.Select(p => p.First).Distinct().Sum(k => pairs.Count(p => p.First == k) / count * (pairs.Count(p => p.Second == k) / count));
        return chance >= 1 ? 1 : (seen - chance) / (1 - chance);
    }
}
