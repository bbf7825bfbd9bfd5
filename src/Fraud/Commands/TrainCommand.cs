using System.CommandLine;
using System.Globalization;
using Fraud.Corpora;
using Fraud.Evaluating;
using Fraud.Learn.MLNet;
using Fraud.Training;

namespace Fraud.Commands;

/// <summary>`fraud train`: weights from the labelled corpus, with figures on held-out writers and a card.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILES") { Description = "Corpus files, JSON lines; default: every file of pitch/corpus in the models folder.", Arity = ArgumentArity.ZeroOrMore };
        var holdOut = new Option<string?>("--hold-out") { Description = "Leave this writer's posts out, to test on them.", HelpName = "WRITER" };
        var models = ModelsFolder.Option();
        var output = new Option<string?>("--out") { Description = "Weights file to write; default: pitch/weights.bin in the models folder, with card.md beside it.", HelpName = "FILE" };
        var trainer = new Option<string>("--trainer") { Description = "Who fits the linear part: Own, or MLNet in a build that has it.", HelpName = "ENGINE", DefaultValueFactory = _ => "Own" };
        var command = new Command("train", "Train the pitch classifier. Equal corpus and options give equal bytes.") { files, holdOut, models, output, trainer };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed.GetValue(files)!, parsed.GetValue(holdOut), ModelsFolder.Demand(parsed.GetValue(models)!), parsed.GetValue(output), OptionsFor(parsed.GetValue(trainer)!), cancellationToken)));
        return command;
    }

    private static int Run(string[] files, string? holdOut, string models, string? output, TrainingOptions options, CancellationToken cancellationToken)
    {
        var posts = Read(files, models).Where(p => p.Writer != holdOut).ToList();
        if (posts.Count == 0)
        {
            throw new UsageException("no labelled posts to train on; give corpus files or a models folder that has pitch/corpus.");
        }

        var (weights, heldOut) = new PitchTraining(PitchDetectors.Load(models), options).Run(posts, Progress, cancellationToken);
        var path = Path.GetFullPath(output ?? Path.Combine(models, "pitch", "weights.bin"));
        // Renamed into place: a training that is cut off leaves the old weights
        weights.Save(path + ".new");
        File.Move(path + ".new", path, overwrite: true);
        var figures = EvaluationText.Write(new(heldOut));
        var writers = string.Join("\n", heldOut.GroupBy(h => h.Post.Writer).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Writer(g.Key, new([.. g]))));
        if (output is null)
        {
            File.WriteAllText(Path.Combine(models, "pitch", "card.md"), ModelCard.Write(Pitches.PitchWeights.Load(path).Name, posts, figures, writers));
        }

        Console.WriteLine("Held-out writers (each post judged by a model that saw nothing of its writer):");
        Console.WriteLine(figures);
        Console.WriteLine(writers);
        Console.WriteLine($"wrote {path}");
        return ExitCode.Done;
    }

    private static TrainingOptions OptionsFor(string trainer) => trainer switch
    {
        "Own" => new(),
        "MLNet" when MLNetEngine.Engine.Present => new() { Linear = MLNetTraining.CreateTrainer() },
        "MLNet" => throw new UsageException($"--trainer: MLNet is {MLNetEngine.Engine.Note}."),
        _ => throw new UsageException("--trainer must be Own or MLNet."),
    };

    private static IEnumerable<LabelledPost> Read(string[] files, string models)
    {
        if (files.Length > 0)
        {
            return files.SelectMany(f => File.Exists(f) ? CorpusReader.ReadFile(f) : throw new UsageException($"{f} does not exist."));
        }

        var folder = Path.Combine(models, "pitch", "corpus");
        return Directory.Exists(folder) ? CorpusReader.ReadFolder(folder) : [];
    }

    private static string Writer(string writer, Evaluation figures) =>
        string.Create(CultureInfo.InvariantCulture, $"| {writer} | {figures.Count} | {figures.MacroF1:0.000} | {figures.BinaryF1:0.000} | {figures.CalibrationError:0.000} |");

    private static void Progress(double share)
    {
        if (!Console.IsErrorRedirected)
        {
            var done = (int)(share * 30);
            Console.Error.Write($"\r[{new string('#', done)}{new string('.', 30 - done)}] {share,4:P0}{(share >= 1 ? "\n" : "")}");
        }
    }
}
