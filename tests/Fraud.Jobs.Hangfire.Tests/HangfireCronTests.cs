namespace Fraud.Jobs.Hangfire.Tests;

public class HangfireCronTests
{
    [Theory]
    [InlineData("00:00:01", "*/1 * * * * *")]
    [InlineData("00:00:10", "*/10 * * * * *")]
    [InlineData("00:00:45", "*/30 * * * * *")]
    [InlineData("00:01:00", "0 */1 * * * *")]
    [InlineData("00:07:00", "0 */6 * * * *")]
    [InlineData("01:00:00", "0 0 */1 * * *")]
    [InlineData("13:00:00", "0 0 */12 * * *")]
    [InlineData("5.00:00:00", "0 0 0 * * *")]
    public void A_rhythm_is_never_slower_than_the_interval(string interval, string cron) =>
        Assert.Equal(cron, HangfireCron.Of(TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture)));
}
