using System.Globalization;
using Fraud.Commands;

namespace Fraud.Scanning;

/// <summary>What a repository has to scan: its history, a part of it, or what is staged.</summary>
internal sealed class GitRepository
{
    private static readonly string[] _raw = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];
    private GitRepository(string folder) => Folder = folder;

    /// <summary>A folder in it.</summary>
    public string Folder { get; }

    /// <summary>The repository a folder lies in, bare ones included.</summary>
    /// <exception cref="UsageException">There is none, or git refuses to read it.</exception>
    public static GitRepository Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{folder} does not exist.");
        }

        var (output, error) = GitProcess.Run(folder, "rev-parse", "--git-dir");
        return output is not null ? new(folder) : throw new UsageException($"{folder}: {error}");
    }

    /// <summary>The revisions of all branches, tags and the stash; since a commit, or of a range such as main..topic.</summary>
    public IReadOnlyList<string> Revisions(string? sinceCommit, string? range)
    {
        if (range is not null)
        {
            var revisions = range.StartsWith('-') ? null : GitProcess.Run(Folder, "rev-parse", "--revs-only", range).Output;
            return revisions is { Length: > 0 } ? revisions.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw new UsageException($"--range: {range} is no range of this repository.");
        }

        return sinceCommit is null ? ["--all"] : ["--all", "^" + Commit(sinceCommit)];
    }

    /// <summary>How many commits these are.</summary>
    public long Count(IEnumerable<string> revisions) =>
        long.TryParse(GitProcess.Run(Folder, ["rev-list", "--count", .. revisions]).Output, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count) ? count : 0;

    /// <summary>Starts telling the changes of these revisions, oldest first.</summary>
    public GitProcess Log(IEnumerable<string> revisions) =>
        GitProcess.Start(Folder, feed: false, ["log", .. revisions, "--reverse", "--topo-order", "-c", "--root", "--format=%x01%H", .. _raw, "--"]);

    /// <summary>Starts telling what is staged.</summary>
    public GitProcess Staged() => GitProcess.Start(Folder, feed: false, ["diff", "--cached", .. _raw, "--"]);

    private string Commit(string name) =>
        name.StartsWith('-') || GitProcess.Run(Folder, "rev-parse", "--verify", "--quiet", name + "^{commit}").Output is not { } hash
            ? throw new UsageException($"--since-commit: {name} is no commit of this repository.")
            : hash.Trim();
}
