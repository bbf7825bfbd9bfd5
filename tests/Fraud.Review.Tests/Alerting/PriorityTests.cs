using Fraud.Cases;
using Fraud.Findings;
using Fraud.Review.Alerting;
using Fraud.Testing;

namespace Fraud.Review.Tests.Alerting;

public sealed class PriorityTests
{
    private static readonly ReviewOptions Options = new();
    private static readonly Priority Priority = new(Options);

    [Fact]
    public void Nothing_new_goes_before_a_case_that_waited_four_fifths_of_the_target_time()
    {
        IReadOnlyList<PriorityPart> worst = [];
        IReadOnlyList<PriorityPart> best = [new("harm", Priority.Most, 1)];
        var later = Some.Moment.AddHours(0.8 * Options.TargetHours);
        Assert.True(Priority.Rank(worst, Some.Moment) >= Priority.Rank(best, later) - 1e-6);
        Assert.True(Priority.Rank(worst, Some.Moment) < Priority.Rank(best, later.AddHours(-1)));
    }

    [Fact]
    public void The_parts_never_add_up_to_more_than_the_most()
    {
        var assessed = With(Some.Assessment(label: PitchLabel.YieldMlm, score: 1) with { Keys = [Key()] }, postedAt: Some.Moment);
        Assert.True(Priority.Parts(assessed, 1_000_000, Some.Moment).Sum(p => p.Points) <= Priority.Most + 1e-6);
    }

    [Fact]
    public void Greater_harm_goes_first() => Assert.True(Points(PitchLabel.YieldMlm, 0.9) > Points(PitchLabel.GreyResale, 0.9));

    [Fact]
    public void Greater_certainty_goes_first() => Assert.True(Points(PitchLabel.Hoarding, 0.9) > Points(PitchLabel.Hoarding, 0.6));

    [Fact]
    public void A_fresh_post_goes_before_an_old_one()
    {
        var fresh = Priority.Parts(With(Some.Assessment(), Some.Moment), 1, Some.Moment).Sum(p => p.Points);
        var old = Priority.Parts(With(Some.Assessment(), Some.Moment.AddDays(-60)), 1, Some.Moment).Sum(p => p.Points);
        Assert.True(fresh > old);
    }

    [Fact]
    public void A_post_dated_in_the_future_gains_nothing_by_it()
    {
        var future = Priority.Parts(With(Some.Assessment(), Some.Moment.AddYears(50)), 1, Some.Moment).Sum(p => p.Points);
        Assert.Equal(Priority.Parts(With(Some.Assessment(), Some.Moment), 1, Some.Moment).Sum(p => p.Points), future);
    }

    [Fact]
    public void Rank_and_shown_priority_order_cases_alike()
    {
        var (early, late) = (Some.Moment, Some.Moment.AddHours(3));
        var parts = Priority.Parts(With(Some.Assessment(), null), 1, early);
        var now = Some.Moment.AddDays(2);
        Assert.Equal(
            Priority.Rank(parts, early) - Priority.Rank(parts, late),
            Priority.Explain(Summary(parts, early), now).Priority - Priority.Explain(Summary(parts, late), now).Priority,
            6);
    }

    [Fact]
    public void Every_part_is_told_in_both_languages()
    {
        var parts = Priority.Parts(With(Some.Assessment() with { Keys = [Key()] }, null), 8, Some.Moment);
        var told = Priority.Explain(Summary(parts, Some.Moment), Some.Moment.AddHours(1));
        Assert.Equal(4, told.PriorityReasons.Count);
        Assert.All(told.PriorityReasons, r => Assert.True(r.En.Length > 0 && r.Zh.Length > 0));
    }

    private static double Points(PitchLabel label, double score) => Priority.Parts(With(Some.Assessment(label: label, score: score), null), 1, Some.Moment).Sum(p => p.Points);

    private static AssessedPost With(Assessment assessment, DateTimeOffset? postedAt) => new() { PostId = 1, Post = Some.Post() with { PostedAt = postedAt }, Assessment = assessment };

    private static KeyFinding Key() => Contracts.Make.Key("k");

    private static CaseSummary Summary(IReadOnlyList<PriorityPart> parts, DateTimeOffset openedAt) => new()
    {
        Id = 1, State = CaseState.Open, Verdict = Verdict.Alert, Label = PitchLabel.Hoarding, Score = 0.9, Priority = 0, PriorityParts = parts, Source = "test", Excerpt = "", OpenedAt = openedAt,
    };
}
