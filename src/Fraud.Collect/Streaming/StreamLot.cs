using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Streaming;

/// <summary>What a stream said since the last time it was stored.</summary>
internal sealed class StreamLot(SourceState state)
{
    private List<Post> _posts = [];
    private HashSet<string> _removed = new(StringComparer.Ordinal);

    public SourceState State { get; set; } = state;

    public int Count => _posts.Count + _removed.Count;

    public void Add(PlatformAnswer answer)
    {
        _posts.AddRange(answer.Posts);
        _removed.UnionWith(answer.Removed);
        State = answer.Cursor is { } cursor ? State with { Cursor = cursor } : State;
    }

    public (List<Post> Posts, HashSet<string> Removed, SourceState State) Take()
    {
        var taken = (_posts, _removed, State);
        (_posts, _removed) = ([], new(StringComparer.Ordinal));
        return taken;
    }
}
