namespace Fraud.Pitches;

/// <summary>Hits in a reused array; past its limit further ones are dropped, so that hostile text cannot fill memory.</summary>
internal sealed class HitList : ITermSink
{
    private const int Limit = 20_000;
    private Hit[] _hits = new Hit[256];

    /// <summary>Number of hits.</summary>
    public int Count { get; private set; }

    /// <summary>The hits in order of place.</summary>
    public ReadOnlySpan<Hit> Items => _hits.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int value, int start, int end)
    {
        if (Count == _hits.Length)
        {
            if (Count >= Limit)
            {
                return;
            }

            Array.Resize(ref _hits, _hits.Length * 2);
        }

        _hits[Count++] = new(value, start, end);
    }
}
