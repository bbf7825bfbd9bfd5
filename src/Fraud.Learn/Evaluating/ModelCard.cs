using System.Globalization;
using System.Text;
using Fraud.Corpora;
using Fraud.Findings;
using Fraud.Pitches;

namespace Fraud.Evaluating;

/// <summary>The card beside the weights: what they were trained on, how they fare on writers they never saw, what they miss.</summary>
public static class ModelCard
{
    /// <summary>Writes the card; <paramref name="fitted"/> says which engine fitted the weights, <paramref name="realPosts"/> is a table measured on posts of real people, "" for none.</summary>
    public static string Write(PitchWeights weights, string fitted, IReadOnlyList<LabelledPost> posts, Agreement? agreement, Evaluation? unread, Evaluation byWriter, Evaluation byFamily, string realPosts, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(realPosts);
        var text = new StringBuilder();
        text.AppendLine("# Pitch classifier").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{weights.Name}, trained {date:yyyy-MM-dd} by `fraud train` (weights fitted by {fitted}); {weights.Keys.Length} features. Written by that command: do not edit.").AppendLine();
        text.AppendLine(Use);
        Data(text, posts);
        if (agreement is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"A second reader who saw only the texts labelled {agreement.Posts} of them: {100 * agreement.Same:F1} % the same, kappa {agreement.Kappa:F3}; scam against benign, kappa {agreement.ScamKappa:F3}.").AppendLine();
        }

        if (unread is not null)
        {
            text.AppendLine("## On writers kept out for good").AppendLine();
            text.AppendLine("Posts in `corpus/unread/` are never trained on, and no feature, option or threshold was chosen by them. These are figures of the weights beside this card, through the whole assessment.").AppendLine();
            text.Append(EvaluationText.Write(unread));
        }

        text.AppendLine("## On writers it never saw").AppendLine();
        text.AppendLine("Every post is scored by a model that saw nothing of its writer, nor of some other writers held out with that one. These are the figures to expect on posts by strangers who write like these; real posts differ more.").AppendLine();
        text.Append(EvaluationText.Write(byWriter));
        text.AppendLine("## On families it never saw").AppendLine();
        text.AppendLine("Here the writer is known, the pretext and wording are not.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"macro-F1 {byFamily.MacroF1:F3}, scam against benign {byFamily.ScamF1:F3}, calibration error {byFamily.CalibrationError:F3}.").AppendLine();
        if (realPosts.Length > 0)
        {
            text.AppendLine("## On posts of real people").AppendLine().AppendLine(realPosts.Trim()).AppendLine();
        }

        text.Append(Limits);
        return text.ToString();
    }

    private const string Use = """
        Gives a public post about AI tokens one of fourteen labels by what its author does, and a stance. Meant to bring posts before a person and to warn a reader, not to decide about anybody.
        A linear model (support vectors, each label against the rest; features weighed by how rare they are) over character runs, words, letters inside words (those of a long post's title counting more), ideas of a lexicon (alone and in pairs), signals and facts from the key and offer detectors; temperatures fitted on held-out writers.

        """;

    private const string Limits = """
        ## Known misses

        - Irony without a marker, and a pitch told as a story by its victim, are confused with the pitch itself most often.
        - A warning that repeats a pitch word for word without quotation marks may be taken for it; a question of three words may be taken for an offer.
        - The corpus is invented by a few writers in Chinese (simplified and traditional) and English. Other languages, pictures and voice are not covered.
        - Ordinary talk far from the corpus is kept from alerting by a margin, not by knowledge.

        """;

    private static void Data(StringBuilder text, IReadOnlyList<LabelledPost> posts)
    {
        text.AppendLine("## Data").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{posts.Count} invented posts in {posts.Select(p => p.Family).Distinct().Count()} families by {posts.Select(p => p.Writer).Distinct().Count()} writers in `corpus/`. No post of a real person is in it.").AppendLine();
        text.AppendLine("| label | zh-Hans | zh-Hant | en |").AppendLine("|---|---:|---:|---:|");
        foreach (var label in PitchLabels.All)
        {
            var own = posts.Where(p => p.Label == label).ToArray();
            text.AppendLine(CultureInfo.InvariantCulture, $"| {label.Id()} | {own.Count(p => p.Language == "zh-Hans")} | {own.Count(p => p.Language == "zh-Hant")} | {own.Count(p => p.Language == "en")} |");
        }

        text.AppendLine();
    }
}
