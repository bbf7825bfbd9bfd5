using System.Globalization;
using System.Text;
using Fraud.Corpora;
using Fraud.Findings;

namespace Fraud.Commands;

/// <summary>models/pitch/card.md: what the weights were made from and how they do on writers they have not read.</summary>
internal static class ModelCard
{
    public static string Write(string model, IReadOnlyList<LabelledPost> posts, string figures, string writers)
    {
        var card = new StringBuilder();
        card.Append("# Model card: pitch classifier\n\n");
        card.Append(CultureInfo.InvariantCulture, $"Weights: `{model}`. Written by `fraud train`; do not edit.\n\n");
        card.Append("## What it is\nA linear model and small nets over hashed character and word runs of the disguise-free text, in quoted and unquoted channels, with structured signals (offer tier, contacts, keys, disguises). Fourteen labels and a stance, calibrated per script by one temperature.\n\n");
        card.Append("## What it was trained on\n");
        card.Append(CultureInfo.InvariantCulture, $"{posts.Count} posts in {posts.Select(p => p.Family).Distinct().Count()} families by {posts.Select(p => p.Writer).Distinct().Count()} writers, all written for this project, none collected: {Shares(posts)}. Labels by the writers; no second labelling pass yet.\n\n");
        card.Append("## Figures\nEach post judged by a model that saw nothing of its writer.\n\n").Append(figures);
        card.Append("\n| writer held out | posts | macro-F1 | scam-vs-benign F1 | ECE |\n|---|---|---|---|---|\n").Append(writers).Append('\n');
        card.Append("\n## Known weaknesses\nAll writers share habits that real posters do not have; figures on real posts are expected to be lower. Jokes and replies that need their thread to be understood, and posts under ten characters, are decided on thin evidence. Languages other than Chinese and English are not covered.\n");
        return card.ToString();
    }

    private static string Shares(IReadOnlyList<LabelledPost> posts) => string.Join(", ",
        posts.GroupBy(p => p.Label).OrderBy(g => g.Key).Select(g => $"{g.Key.Id()} {g.Count()}")) + "; "
        + string.Join(", ", posts.GroupBy(p => p.Language).OrderByDescending(g => g.Count()).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Count() / (double)posts.Count:P0}")));
}
