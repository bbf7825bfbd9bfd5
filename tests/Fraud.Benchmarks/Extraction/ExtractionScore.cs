namespace Fraud.Benchmarks.Extraction;

/// <summary>How well a text was found: by words, and by runs of four words as the public article benchmark counts.</summary>
internal readonly record struct ExtractionScore(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static ExtractionScore OfWords(string[] found, string[] gold)
    {
        if (gold.Length == 0 || found.Length == 0)
        {
            return gold.Length == found.Length ? new(1, 1) : new(0, 0);
        }

        var left = gold.GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        var shared = 0;
        foreach (var word in found)
        {
            if (left.TryGetValue(word, out var count) && count > 0)
            {
                left[word] = count - 1;
                shared++;
            }
        }

        return new((double)shared / found.Length, (double)shared / gold.Length);
    }

    public static ExtractionScore OfShingles(string[] found, string[] gold) => OfWords(Shingles(found), Shingles(gold));

    private static string[] Shingles(string[] words) =>
        words.Length < 4 ? [string.Join(' ', words)] : [.. Enumerable.Range(0, words.Length - 3).Select(i => string.Join(' ', words, i, 4))];
}
