namespace Fraud.Review.Tests.Queue;

/// <summary>Tests at full size run with FRAUD_LONG_TESTS=1; without it they run small.</summary>
internal static class LongTests
{
    public static bool Wanted => Environment.GetEnvironmentVariable("FRAUD_LONG_TESTS") == "1";

    public static int Size(int small, int full) => Wanted ? full : small;
}
