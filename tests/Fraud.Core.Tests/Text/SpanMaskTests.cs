using Fraud.Text;

namespace Fraud.Core.Tests.Text;

public class SpanMaskTests
{
    [Fact]
    public void Hidden_units_are_masked_and_the_rest_stays_in_place()
    {
        Assert.Equal("a\u2022\u2022d", SpanMask.Hide("abcd", [new(1, 3)]));
    }

    [Theory]
    [InlineData(-5, 2)]
    [InlineData(2, 99)]
    [InlineData(3, 1)]
    [InlineData(50, 60)]
    public void A_span_outside_the_text_never_throws_and_keeps_the_length(int start, int end)
    {
        Assert.Equal(4, SpanMask.Hide("abcd", [new(start, end)]).Length);
    }

    [Fact]
    public void Hiding_twice_changes_nothing_more()
    {
        var once = SpanMask.Hide("secret words", [new(0, 6)]);

        Assert.Equal(once, SpanMask.Hide(once, [new(0, 6)]));
    }

    [Fact]
    public void A_text_without_spans_is_the_same_object()
    {
        const string text = "nothing to hide";

        Assert.Same(text, SpanMask.Hide(text, []));
    }
}
