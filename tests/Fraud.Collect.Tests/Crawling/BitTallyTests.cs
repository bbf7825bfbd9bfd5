using Fraud.Collect.Crawling;

namespace Fraud.Collect.Tests.Crawling;

public class BitTallyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(997)]
    [InlineData(20_000)]
    public void The_majority_is_that_of_counting_bit_by_bit(int count)
    {
        var chance = new Random(count);
        var tally = new BitTally();
        var sums = new int[64];
        for (var i = 0; i < count; i++)
        {
            var number = (ulong)chance.NextInt64() ^ ((ulong)chance.NextInt64() << 1);
            tally.Add(number);
            for (var bit = 0; bit < 64; bit++)
            {
                sums[bit] += (number >> bit & 1) == 1 ? 1 : -1;
            }
        }

        Assert.Equal(sums.Select((sum, bit) => sum > 0 ? 1UL << bit : 0).Aggregate(0UL, (a, b) => a | b), tally.Majority());
    }
}
