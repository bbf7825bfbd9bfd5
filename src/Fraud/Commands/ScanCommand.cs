using System.CommandLine;

namespace Fraud.Commands;

/// <summary>`fraud scan`: leaked keys in files, folders, archives, git history and stdin.</summary>
internal static class ScanCommand
{
    private const string What = """
        Find leaked keys in files, folders, archives (zip, tar, gzip, WARC, in one another), git history or stdin.
        The key itself is never printed: prefix, last four characters and a fingerprint are. Exit code 1 when one is found, 2 when something could not be read.
        Of a folder, everything is searched that no .gitignore or .fraudignore leaves out, in a git work tree or not, and what git tracks all the same.
        A line with the words fraud:allow (fraud:allow key.github for one family of rules, fraud:allow-next-line above it) is left out.
        Fingerprints are keyed hashes: with --data under the installation's secret, so that they equal those of its cases; else under the environment variable
        FRAUD_FINGERPRINT_KEY; else under a key of zeros, which makes them comparable everywhere and lets whoever guesses a key recognise it.
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, zip/tar/gz archives, WARC files; - reads stdin.", Arity = ArgumentArity.ZeroOrMore };
        var git = new Option<string?>("--git") { Description = "Every version of every file in a git repository's history, bare ones too (default: the current folder's).", HelpName = "REPO", Arity = ArgumentArity.ZeroOrOne };
        var staged = new Option<string?>("--staged") { Description = "What is staged for the next commit and new in it (default: in the current folder's repository). For a pre-commit hook.", HelpName = "REPO", Arity = ArgumentArity.ZeroOrOne };
        var since = new Option<string?>("--since-commit") { Description = "With --git: only what came after this commit.", HelpName = "REV" };
        var range = new Option<string?>("--range") { Description = "With --git: only these commits, such as main..topic.", HelpName = "REVS" };
        var formats = Formats();
        var baseline = new Option<string?>("--baseline") { Description = "Leave out the keys this file knows.", HelpName = "FILE" };
        var write = new Option<string?>("--write-baseline") { Description = "Write the keys found, known ones included, as a baseline.", HelpName = "FILE" };
        var show = new Option<bool>("--show-secrets") { Description = "Show the keys themselves; only when stdout is a terminal." };
        var data = new Option<string?>("--data") { Description = "Data folder of an installation, whose fingerprint secret is used.", HelpName = "DIR" };
        var noIgnore = new Option<bool>("--no-ignore") { Description = "Search what ignore files leave out, too." };
        var noAllow = new Option<bool>("--no-allow") { Description = "Tell keys on lines with fraud:allow, too." };
        var binary = new Option<bool>("--binary") { Description = "Search binary files, too." };
        var unpacked = new Option<int>("--max-unpacked") { Description = "Gigabytes one archive may unpack to, 1 to 100,000.", HelpName = "GB", DefaultValueFactory = _ => 16 };
        var threads = new Option<int>("--threads") { Description = "Threads, 1 to 256 (default: one a processor).", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var models = ModelsFolder.Option();
        var command = new Command("scan", What) { paths, git, staged, since, range, baseline, write, show, data, noIgnore, noAllow, binary, unpacked, threads, models };
        formats.ForEach(command.Add);
        command.SetAction((parsed, cancellationToken) => new ScanJob(new()
        {
            Paths = parsed.GetValue(paths)!,
            Git = parsed.GetResult(git) is null ? null : parsed.GetValue(git) ?? ".",
            Staged = parsed.GetResult(staged) is null ? null : parsed.GetValue(staged) ?? ".",
            SinceCommit = parsed.GetValue(since),
            Range = parsed.GetValue(range),
            Formats = [.. formats.Where(f => parsed.GetValue(f)).Select(f => f.Name[2..])],
            Baseline = parsed.GetValue(baseline),
            WriteBaseline = parsed.GetValue(write),
            Data = parsed.GetValue(data),
            Models = ModelsFolder.Demand(parsed.GetValue(models)!),
            HonourIgnores = !parsed.GetValue(noIgnore),
            Threads = Within(parsed.GetValue(threads), 256, "--threads"),
            Settings = new()
            {
                AllowMarks = !parsed.GetValue(noAllow),
                Binary = parsed.GetValue(binary),
                MaxUnpackedBytes = (long)Within(parsed.GetValue(unpacked), 100_000, "--max-unpacked") << 30,
                ShowSecrets = parsed.GetValue(show),
            },
        }).RunAsync(cancellationToken));
        return command;
    }

    private static List<Option<bool>> Formats() =>
    [
        new("--json") { Description = "One JSON array." },
        new("--jsonl") { Description = "One JSON object a line." },
        new("--sarif") { Description = "SARIF 2.1.0, for code hosts." },
        new("--csv") { Description = "CSV (RFC 4180)." },
    ];

    private static int Within(int value, int most, string option) => value >= 1 && value <= most ? value : throw new UsageException($"{option} takes 1 to {most}.");
}
