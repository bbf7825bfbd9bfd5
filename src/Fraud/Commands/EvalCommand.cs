using System.CommandLine;
using System.Text.Json;
using Fraud.Corpora;
using Fraud.Evaluating;
using Fraud.Findings;

namespace Fraud.Commands;

/// <summary>`fraud eval`: how the present weights and policy fare on a labelled corpus.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var corpus = new Option<string>("--corpus") { Description = "Labelled posts: a *.jsonl file or a folder of them.", HelpName = "F.jsonl", Required = true };
        var disguised = new Option<bool>("--disguised") { Description = "Also score the posts in every disguise and say what is lost." };
        var predictions = new Option<string?>("--predictions") { Description = "Also write each post's id, true label, given label, score and verdict to a file, a JSON line each.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var models = ModelsFolder.Option();
        var weights = ModelsFolder.WeightsOption();
        var command = new Command("eval", "Measure the classifier on labelled posts: F1 a label, confusion, calibration, false alerts a benign label.") { corpus, disguised, predictions, json, models, weights };
        command.SetAction(parsed =>
        {
            var posts = Read(parsed.GetValue(corpus)!);
            var assessor = ModelsFolder.Load(parsed.GetValue(models)!, parsed.GetValue(weights));
            var scored = Evaluations.Score(assessor, posts);
            if (parsed.GetValue(predictions) is { } file)
            {
                File.WriteAllLines(file, scored.Select(Prediction));
            }

            var evaluation = Evaluations.Of(scored, d => parsed.GetValue(disguised) ? Evaluations.Score(assessor, posts, d) : []);
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(evaluation, JsonLines.Format) : $"{assessor.Model}, {assessor.Policy}\n{EvaluationText.Write(evaluation)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<LabelledPost> Read(string path) =>
        File.Exists(path) ? CorpusReader.ReadFile(path)
        : Directory.Exists(path) ? CorpusReader.ReadFolder(path)
        : throw new UsageException($"--corpus: {path} does not exist.");

    private static string Prediction(ScoredPost post) =>
        JsonSerializer.Serialize(new { id = post.Post.Id, truth = post.Post.Label.Id(), label = post.Label.Id(), score = Math.Round(post.Score, 4), verdict = post.Verdict.ToString().ToLowerInvariant() }, JsonLines.Format);
}
