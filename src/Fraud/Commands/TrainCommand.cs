using System.CommandLine;
using System.Globalization;
using Fraud.Corpora;
using Fraud.Evaluating;
using Fraud.Learn.MLNet;
using Fraud.Pitches;
using Fraud.Policies;
using Fraud.Training;

namespace Fraud.Commands;

/// <summary>`fraud train`: weights and model card from the labelled corpus.</summary>
internal static class TrainCommand
{
    private const int WriterParts = 14;
    private const int FamilyParts = 5;
    private const double WriterShare = 0.65;
    private const double FamilyShare = 0.3;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILES") { Description = "Corpus files, JSON lines; default: every file of pitch/corpus in the models folder.", Arity = ArgumentArity.ZeroOrMore };
        var holdOut = new Option<string?>("--hold-out") { Description = "Leave this writer's posts out, to test on them.", HelpName = "WRITER" };
        var quick = new Option<bool>("--quick") { Description = "Only the weights, with the temperatures of the present ones: no held-out figures, no card." };
        var models = ModelsFolder.Option();
        var output = new Option<string?>("--out") { Description = "Weights file to write; default: pitch/weights.bin in the models folder, with card.md beside it.", HelpName = "FILE" };
        var engine = new Option<string>("--engine") { Description = "Who fits the weights: own, or mlnet in a build that has it.", HelpName = "ENGINE", DefaultValueFactory = _ => "own" };
        var folds = new Option<string?>("--folds") { Description = "Who fits the models that the held-out figures are of; default: the same. Own takes less time and reaches the same optimum.", HelpName = "ENGINE" };
        var compare = new Option<bool>("--compare") { Description = "Train nothing: print how ML.NET's learners fare in cross-validation, and which named features matter (needs mlnet)." };
        var command = new Command("train", "Train the pitch classifier and print how it fares on writers and families it did not see. Equal corpus gives equal bytes.") { files, holdOut, quick, models, output, engine, folds, compare };
        command.SetAction((parsed, cancellationToken) =>
        {
            var folder = ModelsFolder.Demand(parsed.GetValue(models)!);
            var posts = Read(parsed.GetValue(files)!, folder).Where(p => p.Writer != parsed.GetValue(holdOut)).ToArray();
            if (posts.Length == 0)
            {
                throw new UsageException("no labelled posts to train on; give corpus files or a models folder that has pitch/corpus.");
            }

            var options = OptionsFor(parsed.GetValue(engine)!, "--engine");
            var judged = parsed.GetValue(folds) is { } other ? OptionsFor(other, "--folds") : options;
            return Task.FromResult(parsed.GetValue(compare) ? Compare(posts, folder, cancellationToken) : Run(posts, folder, parsed.GetValue(output), parsed.GetValue(quick), options, judged, cancellationToken));
        });
        return command;
    }

    private static TrainingOptions OptionsFor(string engine, string option) => engine.ToUpperInvariant() switch
    {
        "OWN" => new(),
        "MLNET" => new() { Linear = DemandMLNet(option) },
        _ => throw new UsageException($"{option} must be own or mlnet."),
    };

    private static ITrainer DemandMLNet(string option) =>
        MLNetEngine.Engine.Present ? MLNetTraining.CreateTrainer() : throw new UsageException($"{option}: MLNet is {MLNetEngine.Engine.Note}.");

    private static int Compare(LabelledPost[] posts, string models, CancellationToken cancellationToken)
    {
        DemandMLNet("--compare");
        var trainer = new PitchTrainer(PitchDetectors.Load(models), new());
        var problem = trainer.CreateProblem(trainer.Read(posts), [.. Enumerable.Range(0, posts.Length)]);
        Console.Write(MLNetTraining.Compare(problem, [.. posts.Select(p => p.Family)], cancellationToken));
        return ExitCode.Done;
    }

    private static IEnumerable<LabelledPost> Read(string[] files, string models)
    {
        if (files.Length > 0)
        {
            return files.SelectMany(f => File.Exists(f) ? CorpusReader.ReadFile(f) : throw new UsageException($"{f} does not exist."));
        }

        return CorpusReader.ReadFolder(Path.Combine(models, "pitch", "corpus"));
    }

    private static int Run(LabelledPost[] posts, string models, string? output, bool quick, TrainingOptions options, TrainingOptions judged, CancellationToken cancellationToken)
    {
        var detectors = PitchDetectors.Load(models);
        var trainer = new PitchTrainer(detectors, options);
        var set = trainer.Read(posts);
        int[] all = [.. Enumerable.Range(0, posts.Length)];
        var present = Path.Combine(models, "pitch", "weights.bin");
        var path = Path.GetFullPath(output ?? present);
        if (quick)
        {
            Save(trainer.Train(set, all, PitchWeights.Load(present).Temperatures, cancellationToken), path);
            return ExitCode.Done;
        }

        using var progress = new ProgressBar(Console.Error, "training");
        var policy = Policy.Load(Path.Combine(models, "policies", "default.json"));
        var (byWriter, byFamily) = (new HeldOutScores(detectors, policy), new HeldOutScores(detectors, policy));
        var heldOut = new HeldOut(detectors, judged);
        var card = output is null;
        heldOut.Run(set, HeldOut.ByWriter(posts, WriterParts), (part, c) => byWriter.Add(set, part, c, disguised: card), p => progress.Report(p * WriterShare), cancellationToken);
        if (card)
        {
            heldOut.Run(set, HeldOut.ByFamily(posts, FamilyParts), (part, c) => byFamily.Add(set, part, c, disguised: false), p => progress.Report(WriterShare + (p * FamilyShare)), cancellationToken);
        }

        var weights = Save(trainer.Train(set, all, byWriter.Temperatures, cancellationToken), path);
        progress.Report(1);
        var evaluation = Evaluations.Of(byWriter);
        Console.WriteLine("Each post judged by a model that saw nothing of its writer:");
        Console.Write(EvaluationText.Write(evaluation));
        if (card)
        {
            var fitted = judged.Linear.Name == options.Linear.Name ? options.Linear.Name : $"{options.Linear.Name}, in the held-out models below {judged.Linear.Name}";
            WriteCard(Path.Combine(models, "pitch"), weights, fitted, posts, evaluation, Evaluations.Of(byFamily));
        }

        return ExitCode.Done;
    }

    // Renamed into place: a training that is cut off leaves the old weights
    private static PitchWeights Save(PitchWeights weights, string path)
    {
        weights.Save(path + ".new");
        File.Move(path + ".new", path, overwrite: true);
        var saved = PitchWeights.Load(path);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{saved.Name}: {saved.Keys.Length} features, {new FileInfo(path).Length / 1e6:F1} MB, wrote {path}"));
        return saved;
    }

    private static void WriteCard(string folder, PitchWeights weights, string fitted, LabelledPost[] posts, Evaluation byWriter, Evaluation byFamily)
    {
        var real = Path.Combine(folder, "real-posts.md");
        var agreement = Agreement.Read(Path.Combine(folder, "agreement.jsonl"), posts);
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var text = ModelCard.Write(weights, fitted, posts, agreement, OfUnread(folder), byWriter, byFamily, File.Exists(real) ? File.ReadAllText(real) : "", date);
        File.WriteAllText(Path.Combine(folder, "card.md"), text.ReplaceLineEndings("\n"));
    }

    // By the weights as they were saved, and all that stands before and behind them
    private static Evaluation? OfUnread(string folder)
    {
        var posts = CorpusReader.ReadFolder(Path.Combine(folder, "corpus", "unread"));
        if (posts.Count == 0)
        {
            return null;
        }

        var assessor = Assessor.Load(Path.GetDirectoryName(folder)!);
        return Evaluations.Of(Evaluations.Score(assessor, posts), d => Evaluations.Score(assessor, posts, d));
    }
}
