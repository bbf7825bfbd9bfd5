using System.Globalization;
using System.Text;
using Fraud.Findings;

namespace Fraud.Evaluating;

/// <summary>Figures as Markdown, for a terminal and for the model card alike.</summary>
public static class EvaluationText
{
    /// <summary>Writes the figures below a heading of the caller.</summary>
    public static string Write(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var text = new StringBuilder();
        text.AppendLine(Invariant($"{evaluation.Posts} posts · macro-F1 {evaluation.MacroF1:F3} ({evaluation.MacroF1Interval.Low:F3}–{evaluation.MacroF1Interval.High:F3}) · accuracy {evaluation.Accuracy:F3}"));
        text.AppendLine(Invariant($"scam against benign: F1 {evaluation.ScamF1:F3} ({evaluation.ScamF1Interval.Low:F3}–{evaluation.ScamF1Interval.High:F3}), precision {evaluation.ScamPrecision:F3}, recall {evaluation.ScamRecall:F3}, PR-AUC {evaluation.RiskPrAuc:F3}"));
        text.AppendLine(Invariant($"calibration error {evaluation.CalibrationError:F3} · false alerts on benign posts {Percent(evaluation.FalseAlerts)}"));
        text.AppendLine(Invariant($"if 2 in 100 posts were scams: {Percent(evaluation.AlertPrecisionWhenRare)} of alerts and {Percent(evaluation.QueuePrecisionWhenRare)} of all queued posts would be scams"));
        text.AppendLine();
        Labels(text, evaluation);
        Disguised(text, evaluation);
        Slices(text, evaluation);
        Confusion(text, evaluation);
        return text.ToString();
    }

    private static void Labels(StringBuilder text, Evaluation evaluation)
    {
        text.AppendLine("| label | posts | precision | recall | F1 | alert | review |").AppendLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var label in evaluation.Labels)
        {
            text.AppendLine(Invariant($"| {label.Label} | {label.Posts} | {label.Precision:F3} | {label.Recall:F3} | {label.F1:F3} | {Percent(label.Alerts)} | {Percent(label.Reviews)} |"));
        }

        text.AppendLine();
    }

    private static void Disguised(StringBuilder text, Evaluation evaluation)
    {
        if (evaluation.Disguises.Count == 0)
        {
            return;
        }

        text.AppendLine("| disguise | macro-F1 | points lost | scam F1 |").AppendLine("|---|---:|---:|---:|");
        foreach (var disguise in evaluation.Disguises)
        {
            text.AppendLine(Invariant($"| {disguise.Disguise} | {disguise.MacroF1:F3} | {disguise.Loss:F1} | {disguise.ScamF1:F3} |"));
        }

        text.AppendLine();
    }

    private static void Slices(StringBuilder text, Evaluation evaluation)
    {
        text.AppendLine("| part | posts | macro-F1 | scam F1 |").AppendLine("|---|---:|---:|---:|");
        foreach (var slice in evaluation.Slices)
        {
            text.AppendLine(Invariant($"| {slice.Slice} | {slice.Posts} | {slice.MacroF1:F3} | {slice.ScamF1:F3} |"));
        }

        text.AppendLine();
    }

    private static void Confusion(StringBuilder text, Evaluation evaluation)
    {
        text.AppendLine("Rows are true labels, columns given ones.").AppendLine();
        text.Append("| |").AppendJoin('|', PitchLabels.All.Select(l => $" {l.Code()} ")).AppendLine("|");
        text.Append("|---|").AppendJoin('|', PitchLabels.All.Select(_ => "---:")).AppendLine("|");
        foreach (var label in PitchLabels.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {label.Code()} {label.Id()} |").AppendJoin('|', evaluation.Confusion[(int)label].Select(n => n == 0 ? " " : Invariant($" {n} "))).AppendLine("|");
        }

        text.AppendLine();
    }

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
