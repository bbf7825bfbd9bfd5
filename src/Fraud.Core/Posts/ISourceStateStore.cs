namespace Fraud.Posts;

/// <summary>Remembers where each source is. Written after the posts it stands for, so that a kill in between costs a repeat and never a post.</summary>
public interface ISourceStateStore
{
    /// <summary>The state of a track; a fresh one when it was never asked.</summary>
    Task<SourceState> GetAsync(string source, string track, CancellationToken cancellationToken);

    /// <summary>Replaces the state of a track.</summary>
    Task SaveAsync(SourceState state, CancellationToken cancellationToken);
}
