using Fraud.Pitches;
using Fraud.Testing;

namespace Fraud.Tests.Pitches;

public class SpeechMarkerTests
{
    [Theory]
    [InlineData("他问我“囤不囤”我没理", "“囤不囤”")]
    [InlineData("骗子原话:三折回收\n别信", "三折回收")]
    [InlineData("> buy now, 3x by friday\nreported him", "> buy now, 3x by friday")]
    [InlineData("三折,稳赚,加我\n↑昨天收到的", "三折,稳赚,加我\n")]
    [InlineData("cheap tokens, dm me\n^ this was in our slack", "cheap tokens, dm me\n")]
    [InlineData("骗:1折给你\n我:不要\n骗:官网是冤大头", "骗:1折给你|骗:官网是冤大头")]
    [InlineData("客服:先转\n然后就没了", "")]
    [InlineData("词元走势\n↑30% 上车", "")]
    [InlineData("词元走势\n↑涨价在即", "")]
    [InlineData("price: 30 each", "")]
    [InlineData("“没有收尾的引号", "")]
    public void What_somebody_else_says_is_marked(string text, string others)
    {
        var quoted = new byte[text.Length];

        SpeechMarker.Mark(text, quoted);

        Assert.Equal(others, string.Join('|', Marked(text, quoted)));
    }

    [Fact]
    public void Lines_that_all_point_back_take_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("↑a\n>b\nme:c\n", 100_000));

        var used = ThreadClock.Time(() => SpeechMarker.Mark(text, new byte[text.Length]));

        Assert.True(used < TimeSpan.FromSeconds(3));
    }

    private static IEnumerable<string> Marked(string text, byte[] quoted)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && quoted[at] == 1)
            {
                at++;
            }

            if (at > start)
            {
                yield return text[start..at];
            }
        }
    }
}
