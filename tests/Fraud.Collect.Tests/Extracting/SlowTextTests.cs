using System.Text;
using AngleSharp.Html.Parser;
using Fraud.Collect.Decoding;
using Fraud.Collect.Extracting;
using Fraud.Testing;

namespace Fraud.Collect.Tests.Extracting;

public class SlowTextTests
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("Jan")]
    [InlineData("by ")]
    [InlineData("by")]
    [InlineData("19")]
    [InlineData("(c) 19")]
    [InlineData("advertis")]
    [InlineData("網(wǎng")]
    [InlineData("1 ,")]
    [InlineData("photo by")]
    public void A_paragraph_built_to_slow_an_expression_down_costs_no_more_than_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        using var document = new HtmlParser().ParseDocument($"<title>{text}</title><article><p>{text}</p><p class=price>{text}</p></article>");
        Assert.InRange(ThreadClock.Time(() => PageExtractor.Extract(document, new("https://slow.example/"), DateTimeOffset.UnixEpoch, TimeSpan.Zero)), TimeSpan.Zero, Most);
    }

    [Theory]
    [InlineData("<meta ")]
    [InlineData("<meta charset")]
    [InlineData("<meta charset=")]
    [InlineData("<meta c")]
    [InlineData("<!--")]
    [InlineData(" ")]
    public void A_head_or_header_built_to_slow_the_search_for_a_charset_down_does_not(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        Assert.InRange(ThreadClock.Time(() => CharsetDeclaration.FromContent(Encoding.ASCII.GetBytes("<meta charset=" + text))), TimeSpan.Zero, Most);
        Assert.InRange(ThreadClock.Time(() => CharsetDeclaration.FromHeader("text/html; charset=" + text)), TimeSpan.Zero, Most);
    }
}
