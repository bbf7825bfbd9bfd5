namespace Fraud.Testing;

/// <summary>Memory taken on this thread.</summary>
public static class Memory
{
    private const int Rounds = 4;
    private const int Calls = 60;

    /// <summary>Bytes that calls of an act take once buffers have grown. Test projects that ask switch quick compilation off, for such code boxes.</summary>
    public static long LeastTaken(Action act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
            {
                act();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
