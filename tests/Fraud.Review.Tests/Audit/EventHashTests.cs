using Fraud.Cases;
using Fraud.Testing;

namespace Fraud.Review.Tests.Audit;

public sealed class EventHashTests
{
    private static readonly CaseEvent Event = new() { Sequence = 1, CaseId = 2, Kind = "case.decided", Actor = "ann", At = Some.Moment, Reason = "seen", Decision = Decision.Confirm };

    // Computed apart from this code, from the description
    [Fact]
    public void The_hash_is_what_the_description_says() =>
        Assert.Equal("42602e26b232fbf19b83c4eccefbb2de29999bd960c67998ca62f56f00505c4b", EventHash.Compute(EventHash.Origin, Event));

    [Fact]
    public void Text_moved_from_one_field_into_another_changes_the_hash() =>
        Assert.NotEqual(EventHash.Compute(EventHash.Origin, Event with { Actor = "an", Reason = "nseen" }), EventHash.Compute(EventHash.Origin, Event));

    [Fact]
    public void Every_decision_has_a_word_that_reads_back() =>
        Assert.All(Enum.GetValues<Decision>(), d => Assert.Equal(d, DecisionWords.Parse(((Decision?)d).Word())));
}
