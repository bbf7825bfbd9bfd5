using Fraud.Cases;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Contracts;

public abstract class AlertOutboxContract(Func<TestStore> open) : StoreContract(open)
{
    private const string Pitch = "囤词元就像早年囤比特币，内部渠道三折，转手就赚，名额有限，今天不上车明天就涨价，有意者私聊";

    private ICaseDesk Desk => Store.Get<ICaseDesk>();

    private IAlertPusher Pusher => Store.Get<IAlertPusher>();

    [Fact]
    public async Task Pushing_twice_opens_one_case()
    {
        await Make.CasesAsync(Store, [Some.Post()]);
        Assert.Equal(0, await Pusher.PushAsync(Token));
        Assert.Equal(1, (await Desk.ListAsync(new(), Token)).Total);
    }

    [Fact]
    public async Task An_alert_pushed_by_two_processes_at_once_opens_one_case()
    {
        await Store.Get<ICrawlStore>().ImportAsync(null, [Some.Post()], Token);
        await Make.JudgeAsync(Store, p => Make.Assessed(p));
        var alert = Assert.Single(await Store.Get<IAlertOutbox>().ListWaitingAsync(10, Token));
        CaseOpening Rule(IReadOnlyList<CaseKin> kin, DateTimeOffset at) => new() { Rank = 1, Parts = [] };
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.Get<IAlertOutbox>().OpenAsync(alert, new(), Rule, Token))));
        Assert.Single(outcomes, PushOutcome.Opened);
        Assert.Equal(7, outcomes.Count(o => o == PushOutcome.Known));
    }

    [Fact]
    public async Task The_case_shows_the_masked_text_and_never_the_secret()
    {
        var id = await Make.CaseAsync(Store, Some.Post("buy secret:alpha1 now\nsecond line"));
        var detail = (await Desk.FindAsync(id, Token))!;
        Assert.Equal("buy " + new string('\u2022', 13) + " now", detail.Summary.Excerpt);
        Assert.DoesNotContain("alpha1", detail.Assessed.Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postponed_alert_waits_lets_others_pass_and_is_never_given_up()
    {
        await Store.Get<ICrawlStore>().ImportAsync(null, [Some.Post(), Some.Post()], Token);
        await Make.JudgeAsync(Store, p => Make.Assessed(p));
        var outbox = Store.Get<IAlertOutbox>();
        var first = (await outbox.ListWaitingAsync(10, Token))[0];
        await outbox.PostponeAsync(first.Id, TimeSpan.FromMinutes(1), Token);
        Assert.Equal(1, await Pusher.PushAsync(Token));
        Assert.Equal(1, (await Desk.GetFiguresAsync(Token)).OutboxDepth);
        Store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Assert.Single(await outbox.ListWaitingAsync(10, Token)).Attempts);
        Assert.Equal(1, await Pusher.PushAsync(Token));
    }

    [Fact]
    public async Task A_newer_verdict_updates_an_undecided_case_and_opens_no_second_one()
    {
        var id = await Make.CaseAsync(Store);
        var pending = (await Store.Get<IDetectionStore>().TakePendingAsync("pitch@newer", "default@1", 10, TimeSpan.Zero, Token))[0];
        var newer = Make.Assessed(pending, label: PitchLabel.Phishing);
        await Store.Get<IDetectionStore>().SaveAsync([newer with { Assessment = newer.Assessment with { Model = "pitch@newer" } }], Token);
        await Pusher.PushAsync(Token);
        var page = await Desk.ListAsync(new() { Label = PitchLabel.Phishing }, Token);
        Assert.Equal((1L, id), (page.Total, page.Cases[0].Id));
        Assert.Equal("pitch@newer", (await Desk.FindAsync(id, Token))!.Assessed.Assessment.Model);
        Assert.Equal(1, (await Desk.ListAsync(new(), Token)).Total);
    }

    [Fact]
    public async Task A_newer_verdict_leaves_a_decided_case_alone()
    {
        var id = await Make.CaseAsync(Store);
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(id, "ann", Token)).Lease!), Token);
        var pending = (await Store.Get<IDetectionStore>().TakePendingAsync("pitch@newer", "default@1", 10, TimeSpan.Zero, Token))[0];
        var newer = Make.Assessed(pending, label: PitchLabel.Phishing);
        await Store.Get<IDetectionStore>().SaveAsync([newer with { Assessment = newer.Assessment with { Model = "pitch@newer" } }], Token);
        await Pusher.PushAsync(Token);
        Assert.Equal(PitchLabel.Hoarding, (await Desk.FindAsync(id, Token))!.Summary.Label);
    }

    [Fact]
    public async Task A_key_seen_again_is_a_sighting_of_its_case()
    {
        var id = await Make.CaseAsync(Store, judge: p => WithKey(p, PitchLabel.KeyExposure));
        var before = (await Desk.FindAsync(id, Token))!.Summary.Priority;
        await Make.CasesAsync(Store, [Some.Post(), Some.Post()], p => WithKey(p, PitchLabel.KeyExposure));
        var detail = (await Desk.FindAsync(id, Token))!;
        Assert.Equal(2, detail.Sightings.Count);
        Assert.Equal(1, (await Desk.ListAsync(new(), Token)).Total);
        Assert.True(detail.Summary.Priority > before);
        Assert.Equal(2, detail.History.Count(h => h.Kind == EventKinds.SightingAdded));
    }

    [Fact]
    public async Task A_scam_that_shows_a_known_key_gets_a_case_of_its_own_in_the_campaign()
    {
        await Make.CaseAsync(Store, judge: p => WithKey(p, PitchLabel.KeyExposure));
        var id = await Make.CaseAsync(Store, judge: p => WithKey(p, PitchLabel.Phishing));
        Assert.Equal(2, (await Desk.FindAsync(id, Token))!.Summary.CampaignSize);
    }

    [Fact]
    public async Task A_key_whose_case_was_dismissed_opens_a_new_case()
    {
        var id = await Make.CaseAsync(Store, judge: p => WithKey(p, PitchLabel.KeyExposure));
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(id, "ann", Token)).Lease!, Decision.NotFraud), Token);
        Assert.NotEqual(id, await Make.CaseAsync(Store, judge: p => WithKey(p, PitchLabel.KeyExposure)));
    }

    [Fact]
    public async Task The_case_that_follows_a_dismissed_one_gathers_the_further_sightings_of_the_key()
    {
        var dismissed = await Make.CaseAsync(Store, judge: p => WithKey(p, PitchLabel.KeyExposure));
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(dismissed, "ann", Token)).Lease!, Decision.NotFraud), Token);
        var id = await Make.CaseAsync(Store, judge: p => WithKey(p, PitchLabel.KeyExposure));
        await Make.CasesAsync(Store, [Some.Post(), Some.Post()], p => WithKey(p, PitchLabel.KeyExposure));
        Assert.Equal(2, (await Desk.FindAsync(id, Token))!.Sightings.Count);
    }

    [Fact]
    public async Task A_new_key_beside_a_known_one_gets_a_case_of_its_own()
    {
        var first = await Make.CaseAsync(Store, judge: p => WithKey(p, PitchLabel.KeyExposure));
        var second = await Make.CaseAsync(Store, judge: p => WithKey(p, PitchLabel.KeyExposure, "k1", "k2"));
        await Make.CasesAsync(Store, [Some.Post()], p => WithKey(p, PitchLabel.KeyExposure, "k2"));
        await Make.CasesAsync(Store, [Some.Post()], p => WithKey(p, PitchLabel.KeyExposure, "k1"));
        Assert.NotEqual(first, second);
        Assert.Single((await Desk.FindAsync(first, Token))!.Sightings);
        Assert.Single((await Desk.FindAsync(second, Token))!.Sightings);
    }

    [Fact]
    public async Task Posts_with_the_same_contact_are_one_campaign()
    {
        var first = await Make.CaseAsync(Store, Some.Post("one text about nothing much at all"), p => WithContact(p, "seller1"));
        var second = await Make.CaseAsync(Store, Some.Post("quite another wording over here"), p => WithContact(p, "seller1"));
        var other = await Make.CaseAsync(Store, Some.Post("a third wording, by somebody else"), p => WithContact(p, "seller2"));
        var detail = (await Desk.FindAsync(second, Token))!;
        Assert.Equal((2, first), (detail.Summary.CampaignSize, Assert.Single(detail.Related).Id));
        Assert.Null((await Desk.FindAsync(other, Token))!.Summary.CampaignId);
        Assert.Equal(2, (await Desk.ListAsync(new() { CampaignId = detail.Summary.CampaignId }, Token)).Total);
    }

    [Theory]
    [InlineData("reported", "seller1")]
    [InlineData("author", "186****0000")]
    public async Task A_reported_or_masked_contact_links_nobody(string role, string value)
    {
        AssessedPost Judge(PendingPost p) => Make.Assessed(p) is var a ? a with { Assessment = a.Assessment with { Contacts = [Make.Contact(value, role)] } } : a;
        await Make.CaseAsync(Store, Some.Post("one text about nothing much at all"), Judge);
        var id = await Make.CaseAsync(Store, Some.Post("quite another wording over here"), Judge);
        Assert.Null((await Desk.FindAsync(id, Token))!.Summary.CampaignId);
    }

    [Fact]
    public async Task Near_duplicate_texts_are_one_campaign_and_different_ones_are_not()
    {
        var first = await Make.CaseAsync(Store, Some.Post(Pitch + "123"));
        var copy = await Make.CaseAsync(Store, Some.Post("【新】" + Pitch + " 45678 https://x.example/?a=1"));
        var other = await Make.CaseAsync(Store, Some.Post("新手也能参与的算力理财，每天返利百分之三，推荐朋友再拿一成佣金，随时提现"));
        Assert.Equal(first, Assert.Single((await Desk.FindAsync(copy, Token))!.Related).Id);
        Assert.Null((await Desk.FindAsync(other, Token))!.Summary.CampaignId);
    }

    [Fact]
    public async Task A_post_that_links_two_campaigns_merges_them()
    {
        await Make.CasesAsync(Store, [Some.Post("one text about nothing much at all"), Some.Post("quite another wording over here")], p => WithContact(p, "seller1"));
        await Make.CasesAsync(Store, [Some.Post("a third wording, by somebody else"), Some.Post("the fourth of all these different posts")], p => WithContact(p, "seller2"));
        var id = await Make.CaseAsync(Store, Some.Post("both sellers in one advertisement"), p => WithContact(p, "seller1", "seller2"));
        var detail = (await Desk.FindAsync(id, Token))!;
        Assert.Equal((5, 4), (detail.Summary.CampaignSize, detail.Related.Count));
        Assert.Equal(5, (await Desk.ListAsync(new() { CampaignId = detail.Summary.CampaignId }, Token)).Total);
    }

    private static AssessedPost WithKey(PendingPost pending, PitchLabel label, params string[] fingerprints) =>
        Make.Assessed(pending, label: label) is var a ? a with { Assessment = a.Assessment with { Keys = [.. fingerprints.DefaultIfEmpty("k1").Select(Make.Key)] } } : a;

    private static AssessedPost WithContact(PendingPost pending, params string[] values) =>
        Make.Assessed(pending) is var a ? a with { Assessment = a.Assessment with { Contacts = [.. values.Select(v => Make.Contact(v))] } } : a;
}
