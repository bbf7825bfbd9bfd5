using Fraud.Corpora;
using Fraud.Findings;
using Fraud.Testing;
using Fraud.Training;

namespace Fraud.Tests.Training;

/// <summary>The repository's corpus and detectors, loaded once, and small parts of it.</summary>
internal static class SomePosts
{
    public static PitchDetectors Detectors { get; } = PitchDetectors.Load(Repo.Models);

    public static IReadOnlyList<LabelledPost> All { get; } = CorpusReader.ReadFolder(Path.Combine(Repo.Models, "pitch", "corpus"));

    /// <summary>Every n-th post.</summary>
    public static LabelledPost[] Every(int n) => [.. All.Where((_, i) => i % n == 0)];

    public static LabelledPost Of(PitchLabel label, string text = "words", string language = "en") => new()
    {
        Id = $"t-{Some.Number()}",
        Family = $"t-{Some.Number()}",
        Author = "t/test",
        Label = label,
        Language = language,
        Text = text,
    };
}
