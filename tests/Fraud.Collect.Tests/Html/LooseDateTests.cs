using Fraud.Collect.Html;
using Fraud.Testing;

namespace Fraud.Collect.Tests.Html;

public class LooseDateTests
{
    [Theory]
    [InlineData("2026-10-31T20:00:00Z", "2026-10-31T20:00:00")]
    [InlineData("2026-10-31T20:00:00.123+08:00", "2026-10-31T12:00:00")]
    [InlineData("2026-10-31", "2026-10-30T16:00:00")]
    [InlineData("Sat, 31 Oct 2026 20:00:00 GMT", "2026-10-31T20:00:00")]
    [InlineData("Sat, 31 Oct 2026 20:00:00 EST", "2026-11-01T01:00:00")]
    [InlineData("31 Oct 2026 20:00:00 +0800", "2026-10-31T12:00:00")]
    [InlineData("发表于 2026-8-25 13:25:08", "2026-08-25T05:25:08")]
    [InlineData("2026年8月25日 下午1:25", "2026-08-25T05:25:00")]
    [InlineData("2026/8/25 13:25", "2026-08-25T05:25:00")]
    [InlineData("Posted on August 25, 2026 at 1:25 pm by Ann", "2026-08-25T05:25:00")]
    [InlineData("3 小时前", "2026-11-01T09:00:00")]
    [InlineData("半小时前", "2026-11-01T11:30:00")]
    [InlineData("2 days ago", "2026-10-30T12:00:00")]
    [InlineData("an hour ago", "2026-11-01T11:00:00")]
    [InlineData("昨天 12:30", "2026-10-31T04:30:00")]
    [InlineData("刚刚", "2026-11-01T12:00:00")]
    [InlineData("2099-01-01", null)]
    [InlineData("2026-13-45", null)]
    [InlineData("no date", null)]
    [InlineData("12", null)]
    [InlineData("", null)]
    public void Dates_are_read_as_written(string text, string? utc) =>
        Assert.Equal(utc, LooseDate.Parse(text, Some.Moment, TimeSpan.FromHours(8))?.UtcDateTime.ToString("s", null));

    [Fact]
    public void Any_text_is_a_date_or_none()
    {
        var random = new Random(3);
        const string Alphabet = "0123456789-/:.年月日 TZ+小时前昨天agoJan,";
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Create(random.Next(40), random, (span, r) => { foreach (ref var c in span) { c = Alphabet[r.Next(Alphabet.Length)]; } });
            LooseDate.Parse(text, Some.Moment, TimeSpan.FromHours(8));
        }
    }
}
