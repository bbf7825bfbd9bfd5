namespace Fraud.Posts;

/// <summary>Where asking a platform went to last time, so that the next run goes on from there.</summary>
public sealed record SourceState
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Which of its start URLs.</summary>
    public required string Track { get; init; }

    /// <summary>The platform's own mark of the newest item read, opaque; empty before the first run.</summary>
    public string Cursor { get; init; } = "";

    /// <summary>When it may be asked again.</summary>
    public DateTimeOffset DueAt { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Runs in a row that failed.</summary>
    public int Failures { get; init; }
}
