using Fraud.Cases;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Contracts;

public abstract class RetentionContract(Func<TestStore> open) : StoreContract(open)
{
    private IRetention Retention => Store.Get<IRetention>();

    private ICaseDesk Desk => Store.Get<ICaseDesk>();

    [Fact]
    public async Task A_cleared_post_loses_its_clear_text_and_page_after_its_days_and_stays_masked()
    {
        await ImportAsync(Verdict.Clear);
        Store.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(new PurgeReport(0, 0, 0), await Retention.PurgeAsync(Token));
        Store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(new PurgeReport(1, 1, 0), await Retention.PurgeAsync(Token));
        Assert.Equal([0L, 0L, 1L, 1L], await Store.SqlAsync<long>("SELECT COUNT(*) FROM PostClear UNION ALL SELECT COUNT(*) FROM EvidenceBody UNION ALL SELECT COUNT(*) FROM Evidence UNION ALL SELECT COUNT(*) FROM Post"));
    }

    [Fact]
    public async Task What_waits_for_detection_for_a_push_or_for_a_decision_is_kept()
    {
        await Store.Get<ICrawlStore>().ImportAsync(Make.Page("undetected"), [Some.Post()], Token);
        Store.Clock.Advance(TimeSpan.FromDays(5000));
        Assert.Equal(0, (await Retention.PurgeAsync(Token)).ClearPosts);
        await Make.JudgeAsync(Store, p => Make.Assessed(p));
        Assert.Equal(0, (await Retention.PurgeAsync(Token)).ClearPosts);
        await Store.Get<IAlertPusher>().PushAsync(Token);
        Assert.Equal(new PurgeReport(0, 0, 0), await Retention.PurgeAsync(Token));
    }

    [Theory]
    [InlineData(Decision.NotFraud, 30)]
    [InlineData(Decision.Unsure, 180)]
    [InlineData(Decision.Confirm, 1825)]
    public async Task A_decided_case_keeps_its_evidence_for_the_days_of_its_state(Decision decision, int days)
    {
        await ImportAsync(Verdict.Alert);
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimNextAsync("ann", new(), Token))!, decision), Token);
        Store.Clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal(0, (await Retention.PurgeAsync(Token)).Pages);
        Store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(new PurgeReport(1, 1, 0), await Retention.PurgeAsync(Token));
    }

    [Fact]
    public async Task A_page_that_two_posts_share_is_kept_as_long_as_either_needs_it()
    {
        await Store.Get<ICrawlStore>().ImportAsync(Make.Page(), [Some.Post(), Some.Post()], Token);
        await Make.JudgeAsync(Store, p => Make.Assessed(p, p.PostId == 1 ? Verdict.Clear : Verdict.Alert));
        await Store.Get<IAlertPusher>().PushAsync(Token);
        Store.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(new PurgeReport(0, 1, 0), await Retention.PurgeAsync(Token));
    }

    [Fact]
    public async Task A_sighting_is_kept_as_long_as_its_case()
    {
        AssessedPost Judge(PendingPost p) => Make.Assessed(p, label: PitchLabel.KeyExposure) is var a ? a with { Assessment = a.Assessment with { Keys = [Make.Key("k")] } } : a;
        await Make.CasesAsync(Store, [Some.Post(), Some.Post()], Judge);
        Store.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(0, (await Retention.PurgeAsync(Token)).ClearPosts);
    }

    [Fact]
    public async Task A_purge_is_logged_and_touches_no_event()
    {
        await ImportAsync(Verdict.Clear);
        Store.Clock.Advance(TimeSpan.FromDays(15));
        await Retention.PurgeAsync(Token);
        Assert.Equal(["pages=1", "clear-posts=1"], await Store.SqlAsync<string>("SELECT Reason FROM CaseEvent WHERE Kind = 'retention.purged' ORDER BY Sequence"));
        Assert.Null(await Store.Get<IAuditLog>().VerifyAsync(Token));
    }

    [Fact]
    public async Task A_purged_page_fetched_again_is_frozen_again()
    {
        await ImportAsync(Verdict.Clear);
        Store.Clock.Advance(TimeSpan.FromDays(15));
        await Retention.PurgeAsync(Token);
        await ImportAsync(Verdict.Alert);
        Assert.Equal([1L], await Store.SqlAsync<long>("SELECT COUNT(*) FROM EvidenceBody b JOIN Evidence e ON e.Id = b.EvidenceId WHERE e.PurgedAt IS NULL"));
    }

    [Fact]
    public async Task A_purged_post_is_not_judged_again_by_a_new_model()
    {
        await ImportAsync(Verdict.Clear);
        Store.Clock.Advance(TimeSpan.FromDays(15));
        await Retention.PurgeAsync(Token);
        Assert.Empty(await Store.Get<IDetectionStore>().TakePendingAsync("pitch@newer", "default@1", 10, TimeSpan.Zero, Token));
    }

    private async Task ImportAsync(Verdict verdict)
    {
        await Store.Get<ICrawlStore>().ImportAsync(Make.Page(), [Some.Post()], Token);
        await Make.JudgeAsync(Store, p => Make.Assessed(p, verdict));
        await Store.Get<IAlertPusher>().PushAsync(Token);
    }
}
