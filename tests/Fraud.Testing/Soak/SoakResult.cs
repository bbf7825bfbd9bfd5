namespace Fraud.Testing.Soak;

/// <summary>What a soak came to; <see cref="Faults"/> is empty when all promises were kept.</summary>
public sealed record SoakResult
{
    /// <summary>Good pages there are.</summary>
    public int Good { get; init; }

    /// <summary>Good pages stored.</summary>
    public int Stored { get; init; }

    /// <summary>Good pages asked for more than once, all of them in flight at a kill or at the end.</summary>
    public int AskedAgain { get; init; }

    /// <summary>Requests the site answered.</summary>
    public int Requests { get; init; }

    /// <summary>Time it took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Resident memory in MB, sampled evenly; a new process begins after each kill.</summary>
    public IReadOnlyList<long> Memory { get; init; } = [];

    /// <summary>Least time any host was given for 50 requests, and what the pace asks for.</summary>
    public (TimeSpan Fastest, TimeSpan Asked) Pace { get; init; }

    /// <summary>Promises that were broken.</summary>
    public required IReadOnlyList<string> Faults { get; init; }
}
