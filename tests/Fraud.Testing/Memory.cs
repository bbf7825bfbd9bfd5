namespace Fraud.Testing;

/// <summary>Memory taken on this thread.</summary>
public static class Memory
{
    private const int Rounds = 40;
    private const int Calls = 60;

    /// <summary>Bytes that calls of an act take once its code is compiled in full: unoptimised code boxes what optimised code does not.</summary>
    public static async Task<long> LeastTakenAsync(Action act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var least = long.MaxValue;
        for (var round = 0; round < Rounds && least > 0; round++)
        {
            least = Math.Min(least, Taken(act));
            await Task.Delay(TimeSpan.FromMilliseconds(least > 0 ? 50 : 0), TimeProvider.System);
        }

        return least;
    }

    private static long Taken(Action act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
        {
            act();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
