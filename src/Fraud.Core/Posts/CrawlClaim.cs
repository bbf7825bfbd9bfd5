namespace Fraud.Posts;

/// <summary>A crawling process asks for targets of a source.</summary>
public sealed record CrawlClaim
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The process that asks; another one gets nothing from the hosts it holds.</summary>
    public required string Owner { get; init; }

    /// <summary>Most targets.</summary>
    public required int Count { get; init; }

    /// <summary>How long targets and their hosts are its own.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>A host it holds already is given although its next free moment is this far off, since the process waits for it by itself. Default none.</summary>
    public TimeSpan Patience { get; init; }

    /// <summary>Hosts of which it has enough in hand, so that a slow one does not fill the hand. Default none.</summary>
    public IReadOnlyCollection<string> Except { get; init; } = [];
}
