using System.CommandLine;
using System.Text.Json;
using Fraud.Corpora;
using Fraud.Evaluating;
using Fraud.Findings;

namespace Fraud.Commands;

/// <summary>`fraud eval`: figures of the present model and policy on a labelled file.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var corpus = new Option<string>("--corpus") { Description = "Labelled posts, JSON lines. Figures on posts the weights were trained on say nothing.", HelpName = "F.jsonl", Required = true };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of a table." };
        var models = ModelsFolder.Option();
        var command = new Command("eval", "Precision, recall and F1 per label, scam-vs-benign F1, calibration, alerts per label, confusions.") { corpus, json, models };
        command.SetAction(parsed => Run(parsed.GetValue(corpus)!, parsed.GetValue(json), ModelsFolder.Demand(parsed.GetValue(models)!)));
        return command;
    }

    private static int Run(string corpus, bool json, string models)
    {
        if (!File.Exists(corpus))
        {
            throw new UsageException($"--corpus: {corpus} does not exist.");
        }

        var assessor = Assessor.Load(models);
        var posts = CorpusReader.ReadFile(corpus);
        var evaluation = new Evaluation([.. posts.AsParallel().AsOrdered().Select(p => Judge(assessor, p))]);
        Console.WriteLine(json ? Json(evaluation) : EvaluationText.Write(evaluation));
        return ExitCode.Done;
    }

    private static Judged Judge(Assessor assessor, LabelledPost post)
    {
        var result = assessor.Assess(post.Text, new() { PostedOn = post.PostedOn });
        return new(post, result.Labels, result.Verdict);
    }

    private static string Json(Evaluation e) => JsonSerializer.Serialize(new
    {
        posts = e.Count,
        macro_f1 = e.MacroF1,
        accuracy = e.Accuracy,
        scam_f1 = e.BinaryF1,
        scam_precision = e.BinaryPrecision,
        scam_recall = e.BinaryRecall,
        risk_pr_auc = e.RiskPrArea,
        ece = e.CalibrationError,
        labels = e.Labels.Where(l => l.Posts > 0).ToDictionary(l => l.Label.Id(), l => new { l.Posts, l.Precision, l.Recall, l.F1, alert = l.AlertShare, review = l.ReviewShare }),
    });
}
