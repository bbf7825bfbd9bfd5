using System.Globalization;
using System.Text;
using Fraud.Findings;

namespace Fraud.Evaluating;

/// <summary>An evaluation as a Markdown table, for the terminal and for the model's card.</summary>
public static class EvaluationText
{
    /// <summary>Head figures, a row per label, and the most frequent confusions.</summary>
    public static string Write(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{evaluation.Count} posts: macro-F1 {evaluation.MacroF1:0.000}, accuracy {evaluation.Accuracy:0.000}, scam-vs-benign F1 {evaluation.BinaryF1:0.000} (precision {evaluation.BinaryPrecision:0.000}, recall {evaluation.BinaryRecall:0.000}), risk PR-AUC {evaluation.RiskPrArea:0.000}, ECE {evaluation.CalibrationError:0.000}\n\n");
        var judged = evaluation.HasVerdicts;
        text.Append("| label | posts | precision | recall | F1 |").Append(judged ? " alert | review |" : "").Append("\n|---|---|---|---|---|").Append(judged ? "---|---|\n" : "\n");
        foreach (var label in evaluation.Labels.Where(l => l.Posts > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {label.Label.Id()} | {label.Posts} | {label.Precision:0.000} | {label.Recall:0.000} | {label.F1:0.000} |");
            text.Append(judged ? string.Create(CultureInfo.InvariantCulture, $" {label.AlertShare:0.0 %} | {label.ReviewShare:0.0 %} |\n") : "\n");
        }

        text.Append("\nMost frequent confusions (right → given): ").AppendJoin(", ", Confusions(evaluation)).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Confusions(Evaluation evaluation)
    {
        var pairs =
            from right in PitchLabels.All
            from given in PitchLabels.All
            where right != given && evaluation.Confusion[(int)right, (int)given] > 0
            orderby evaluation.Confusion[(int)right, (int)given] descending
            select $"{right.Id()} → {given.Id()} {evaluation.Confusion[(int)right, (int)given]}";
        return pairs.Take(10);
    }
}
