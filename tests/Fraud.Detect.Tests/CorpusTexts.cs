using System.Text.Json;
using Fraud.Testing;

namespace Fraud.Tests;

/// <summary>The texts of the labelled corpus, in order.</summary>
internal static class CorpusTexts
{
    public static IEnumerable<string> All()
    {
        foreach (var line in Directory.GetFiles(Path.Combine(Repo.Models, "pitch", "corpus"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            using var post = JsonDocument.Parse(line);
            yield return post.RootElement.GetProperty("text").GetString()!;
        }
    }
}
