using System.Text.Json;
using Fraud.Testing;

namespace Fraud.Benchmarks;

/// <summary>Posts of the labelled corpus to measure on.</summary>
internal static class BenchmarkPosts
{
    private const int Shortest = 80;
    private const int Longest = 120;

    /// <summary>All texts of the corpus, in order.</summary>
    public static IReadOnlyList<string> All() =>
        [.. Directory.GetFiles(Path.Combine(Repo.Models, "pitch", "corpus"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(Text)];

    /// <summary>So many texts of about 100 characters, evenly taken from the corpus.</summary>
    public static IReadOnlyList<string> OfHundred(int count)
    {
        var fit = All().Where(t => t.Length is >= Shortest and <= Longest).ToArray();
        return [.. Enumerable.Range(0, count).Select(i => fit[(long)i * fit.Length / count])];
    }

    private static string Text(string line)
    {
        using var post = JsonDocument.Parse(line);
        return post.RootElement.GetProperty("text").GetString()!;
    }
}
