using Fraud.Scanning;

namespace Fraud.Commands;

/// <summary>What `fraud scan` was asked for.</summary>
internal sealed record ScanArguments
{
    /// <summary>Files and folders; - is stdin.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Repository whose history is scanned; null when none.</summary>
    public string? Git { get; init; }

    /// <summary>Repository whose staged changes are scanned; null when none.</summary>
    public string? Staged { get; init; }

    /// <summary>Commit after which history is scanned.</summary>
    public string? SinceCommit { get; init; }

    /// <summary>Range of commits that is scanned.</summary>
    public string? Range { get; init; }

    /// <summary>Formats asked for; one at most makes sense.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>Baseline file to leave out.</summary>
    public string? Baseline { get; init; }

    /// <summary>Baseline file to write.</summary>
    public string? WriteBaseline { get; init; }

    /// <summary>Data folder of an installation.</summary>
    public string? Data { get; init; }

    /// <summary>Models folder.</summary>
    public required string Models { get; init; }

    /// <summary>Whether ignore files count.</summary>
    public bool HonourIgnores { get; init; } = true;

    /// <summary>Threads.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How content is read.</summary>
    public required ScanSettings Settings { get; init; }

    /// <summary>Format of the output.</summary>
    public string Format => Formats.Count > 0 ? Formats[0] : "pretty";

    /// <summary>Refuses what contradicts itself.</summary>
    /// <exception cref="UsageException">The first contradiction, in one sentence.</exception>
    public void Demand()
    {
        var wrong = Formats.Count > 1 ? "one format at a time."
            : (Git is null ? 0 : 1) + (Staged is null ? 0 : 1) + (Paths.Count > 0 ? 1 : 0) is not 1 ? "name what to scan: paths, --git or --staged, one of them (see --help)."
            : Git is null && (SinceCommit ?? Range) is not null ? "--since-commit and --range go with --git."
            : SinceCommit is not null && Range is not null ? "--since-commit or --range, not both."
            : Paths.FirstOrDefault(p => p != "-" && !Path.Exists(p)) is { } missing ? $"{missing} does not exist."
            : null;
        if (wrong is not null)
        {
            throw new UsageException(wrong);
        }
    }
}
