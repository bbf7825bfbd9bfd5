using Fraud.Accounts;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Contracts;

public abstract class CaseDeskContract(Func<TestStore> open) : StoreContract(open)
{
    private static readonly CaseFilter All = new();

    private ICaseDesk Desk => Store.Get<ICaseDesk>();

    [Fact]
    public async Task A_claimed_case_is_held_for_three_minutes_and_shown_with_its_holder()
    {
        var id = await Make.CaseAsync(Store);
        var lease = (await Desk.ClaimAsync(id, "ann", Token)).Lease!;
        Assert.Equal(Store.Clock.GetUtcNow().AddMinutes(3), lease.Until);
        Assert.Equal("ann", (await Desk.ListAsync(All, Token)).Cases[0].Holder);
        var other = await Desk.ClaimAsync(id, "bob", Token);
        Assert.Equal(("held", "ann"), (other.Refusal, other.Holder));
    }

    [Fact]
    public async Task An_expired_claim_returns_the_case_to_the_queue_and_its_holder_may_not_decide()
    {
        var id = await Make.CaseAsync(Store);
        var first = (await Desk.ClaimAsync(id, "ann", Token)).Lease!;
        Store.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("", (await Desk.FindAsync(id, Token))!.Summary.Holder);
        Assert.Equal("stale-lease", (await Desk.DecideAsync(Make.Decide(first), Token)).Refusal);
        var second = (await Desk.ClaimNextAsync("bob", All, Token))!;
        Assert.True(second.Fence > first.Fence);
        Assert.Equal("stale-lease", (await Desk.DecideAsync(Make.Decide(first), Token)).Refusal);
        Assert.Equal(CaseState.Confirmed, (await Desk.DecideAsync(Make.Decide(second), Token)).State);
    }

    [Fact]
    public async Task Renewal_prolongs_a_lease_and_fails_once_another_holds_the_case()
    {
        var id = await Make.CaseAsync(Store);
        var lease = (await Desk.ClaimAsync(id, "ann", Token)).Lease!;
        Store.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Store.Clock.GetUtcNow().AddMinutes(3), (await Desk.RenewAsync(id, "ann", lease.Fence, Token)).Lease!.Until);
        Store.Clock.Advance(TimeSpan.FromMinutes(4));
        await Desk.ClaimAsync(id, "bob", Token);
        var lost = await Desk.RenewAsync(id, "ann", lease.Fence, Token);
        Assert.Equal(("lost", "bob"), (lost.Refusal, lost.Holder));
    }

    [Fact]
    public async Task Claiming_again_what_one_holds_makes_the_older_window_stale()
    {
        var id = await Make.CaseAsync(Store);
        var old = (await Desk.ClaimAsync(id, "ann", Token)).Lease!;
        var again = (await Desk.ClaimNextAsync("ann", All, Token))!;
        Assert.Equal(id, again.CaseId);
        Assert.Equal("stale-lease", (await Desk.DecideAsync(Make.Decide(old), Token)).Refusal);
        Assert.Equal("", (await Desk.DecideAsync(Make.Decide(again), Token)).Refusal);
    }

    [Fact]
    public async Task A_released_case_is_free_and_its_old_lease_worthless()
    {
        var id = await Make.CaseAsync(Store);
        var lease = (await Desk.ClaimAsync(id, "ann", Token)).Lease!;
        await Desk.ReleaseAsync(id, "bob", lease.Fence, Token);
        Assert.Equal("held", (await Desk.ClaimAsync(id, "bob", Token)).Refusal);
        await Desk.ReleaseAsync(id, "ann", lease.Fence, Token);
        Assert.NotNull((await Desk.ClaimAsync(id, "bob", Token)).Lease);
        Assert.Equal("stale-lease", (await Desk.DecideAsync(Make.Decide(lease), Token)).Refusal);
    }

    [Fact]
    public async Task Nothing_is_left_once_every_case_is_held_or_decided()
    {
        await Make.CaseAsync(Store);
        Assert.NotNull(await Desk.ClaimNextAsync("ann", All, Token));
        Assert.Null(await Desk.ClaimNextAsync("bob", All, Token));
    }

    [Fact]
    public async Task A_decided_case_is_not_decided_again()
    {
        var id = await Make.CaseAsync(Store);
        var lease = (await Desk.ClaimAsync(id, "ann", Token)).Lease!;
        await Desk.DecideAsync(Make.Decide(lease), Token);
        Assert.Equal("already-decided", (await Desk.DecideAsync(Make.Decide(lease, Decision.NotFraud), Token)).Refusal);
        Assert.Equal("decided", (await Desk.ClaimAsync(id, "bob", Token)).Refusal);
    }

    [Fact]
    public async Task What_does_not_exist_is_missing()
    {
        Assert.Null(await Desk.FindAsync(99, Token));
        Assert.Equal("missing", (await Desk.ClaimAsync(99, "ann", Token)).Refusal);
        Assert.Equal("missing", (await Desk.UndoAsync(99, "ann", "oops", Token)).Refusal);
    }

    [Theory]
    [InlineData(Decision.Confirm, CaseState.Confirmed)]
    [InlineData(Decision.NotFraud, CaseState.Dismissed)]
    [InlineData(Decision.Unsure, CaseState.Unsure)]
    [InlineData(Decision.Escalate, CaseState.Escalated)]
    public async Task Each_decision_leads_to_its_state_and_undo_leads_back(Decision decision, CaseState state)
    {
        var id = await Make.CaseAsync(Store);
        var lease = (await Desk.ClaimAsync(id, "ann", Token)).Lease!;
        Assert.Equal(state, (await Desk.DecideAsync(Make.Decide(lease, decision), Token)).State);
        Assert.Equal(CaseState.Open, (await Desk.UndoAsync(id, "ann", "oops", Token)).State);
        Assert.Equal("nothing-to-undo", (await Desk.UndoAsync(id, "ann", "oops", Token)).Refusal);
        Assert.NotNull(await Desk.ClaimNextAsync("bob", All, Token));
    }

    [Fact]
    public async Task Undo_goes_back_one_decision_at_a_time()
    {
        await Store.Get<IAccountStore>().SaveAsync(Make.Person("lea", AccountRole.Lead), Token);
        var id = await Make.CaseAsync(Store);
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(id, "ann", Token)).Lease!, Decision.Escalate), Token);
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(id, "lea", Token)).Lease!), Token);
        Assert.Equal("not-allowed", (await Desk.UndoAsync(id, "ann", "mine", Token)).Refusal);
        Assert.Equal(CaseState.Escalated, (await Desk.UndoAsync(id, "lea", "oops", Token)).State);
        Assert.Equal(CaseState.Open, (await Desk.UndoAsync(id, "lea", "oops", Token)).State);
    }

    [Fact]
    public async Task An_escalated_case_is_for_leads()
    {
        await Store.Get<IAccountStore>().SaveAsync(Make.Person("lea", AccountRole.Lead), Token);
        var id = await Make.CaseAsync(Store);
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(id, "ann", Token)).Lease!, Decision.Escalate), Token);
        Assert.Null(await Desk.ClaimNextAsync("ann", All, Token));
        Assert.Equal("not-allowed", (await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(id, "ann", Token)).Lease!), Token)).Refusal);
        Store.Clock.Advance(TimeSpan.FromMinutes(3));
        var lease = (await Desk.ClaimNextAsync("lea", All, Token))!;
        Assert.Equal(CaseState.Dismissed, (await Desk.DecideAsync(Make.Decide(lease, Decision.NotFraud), Token)).State);
    }

    [Fact]
    public async Task Observers_and_disabled_accounts_change_nothing()
    {
        var accounts = Store.Get<IAccountStore>();
        await accounts.SaveAsync(Make.Person("obi", AccountRole.Observer), Token);
        await accounts.SaveAsync(Make.Person("dan", AccountRole.Admin) with { Disabled = true }, Token);
        var id = await Make.CaseAsync(Store);
        Assert.Equal("not-allowed", (await Desk.ClaimAsync(id, "obi", Token)).Refusal);
        Assert.Equal("not-allowed", (await Desk.ClaimAsync(id, "dan", Token)).Refusal);
        Assert.Null(await Desk.ClaimNextAsync("obi", All, Token));
        Assert.Equal("not-allowed", (await Desk.UndoAsync(id, "obi", "x", Token)).Refusal);
    }

    [Fact]
    public async Task A_decision_needs_a_reason()
    {
        var lease = (await Desk.ClaimAsync(await Make.CaseAsync(Store), "ann", Token)).Lease!;
        await Assert.ThrowsAsync<ArgumentException>(() => Desk.DecideAsync(Make.Decide(lease, reason: " "), Token));
    }

    [Fact]
    public async Task The_history_tells_all_that_happened_with_actor_time_and_reason()
    {
        var id = await Make.CaseAsync(Store);
        var lease = (await Desk.ClaimAsync(id, "ann", Token)).Lease!;
        await Desk.DecideAsync(Make.Decide(lease, reason: "promises 30 % a month"), Token);
        await Desk.UndoAsync(id, "ann", "wrong row", Token);
        var history = (await Desk.FindAsync(id, Token))!.History;
        Assert.Equal([EventKinds.Opened, EventKinds.Claimed, EventKinds.Decided, EventKinds.Undone], history.Select(h => h.Kind));
        Assert.Equal(("ann", "promises 30 % a month", Decision.Confirm, Store.Clock.GetUtcNow()), (history[2].Actor, history[2].Reason, history[2].Decision, history[2].At));
    }

    [Fact]
    public async Task The_queue_can_be_filtered_by_label_source_language_state_and_words()
    {
        await Make.CaseAsync(Store, Some.Post("囤积词元就像早年囤比特币") with { Language = "zh-Hans" });
        await Make.CaseAsync(Store, Some.Post("keys for sale, half price", "forum") with { Language = "en" }, p => Make.Assessed(p, label: PitchLabel.KeyTrade));
        Assert.Equal(2, (await Desk.ListAsync(All, Token)).Total);
        Assert.Equal(2L, await OneAsync(new() { Label = PitchLabel.KeyTrade }));
        Assert.Equal(2L, await OneAsync(new() { Source = "forum" }));
        Assert.Equal(1L, await OneAsync(new() { Language = "zh-Hans" }));
        Assert.Equal(1L, await OneAsync(new() { Search = "早年囤" }));
        Assert.Equal(1L, await OneAsync(new() { Search = "词元" }));
        Assert.Equal(2L, await OneAsync(new() { Search = "HALF keys" }));
        Assert.Equal(0, (await Desk.ListAsync(new() { Search = "half bitcoin" }, Token)).Total);
        Assert.Equal(0, (await Desk.ListAsync(new() { States = [CaseState.Confirmed] }, Token)).Total);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("a* OR b")]
    [InlineData("100%_\\")]
    [InlineData("'; DROP TABLE Post; --")]
    [InlineData("NEAR(词元词 元词元)")]
    [InlineData("\0x\0q\0")]
    [InlineData("\uD800\uD800\uD800")]
    public async Task Hostile_search_words_find_nothing_and_break_nothing(string words)
    {
        await Make.CaseAsync(Store);
        Assert.Equal(0, (await Desk.ListAsync(new() { Search = words }, Token)).Total);
        Assert.Single((await Desk.ListAsync(All, Token)).Cases);
    }

    [Fact]
    public async Task Hostile_text_is_stored_with_every_offset_in_place()
    {
        const string Text = "a\0b\uD800c\r\n\u202Ed secret:x <script>'\"; --";
        var detail = (await Desk.FindAsync(await Make.CaseAsync(Store, Some.Post(Text) with { Title = "t\0t", Author = "\0" }), Token))!;
        Assert.Equal("t\uFFFDt\na\uFFFDb\uFFFDc\r\n\u202Ed " + new string('\u2022', 8) + " <script>'\"; --", detail.Assessed.Post.Body);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_priority_without_gap()
    {
        await Make.CasesAsync(Store, [.. Enumerable.Range(0, 25).Select(_ => Some.Post())], p => Make.Assessed(p, score: 0.5 + (p.PostId / 100.0)));
        var pages = new List<CaseSummary>();
        for (var page = 1; page <= 4; page++)
        {
            pages.AddRange((await Desk.ListAsync(new() { Page = page, PageSize = 7 }, Token)).Cases);
        }

        Assert.Equal(25, pages.Select(c => c.Id).Distinct().Count());
        Assert.Equal(pages.OrderByDescending(c => c.Priority).Select(c => c.Id), pages.Select(c => c.Id));
    }

    [Fact]
    public async Task The_total_stays_right_through_every_change()
    {
        var id = await Make.CaseAsync(Store);
        await Make.CaseAsync(Store);
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(id, "ann", Token)).Lease!), Token);
        Assert.Equal(1, (await Desk.ListAsync(All, Token)).Total);
        Assert.Equal(1, (await Desk.ListAsync(new() { States = [CaseState.Confirmed] }, Token)).Total);
        await Desk.UndoAsync(id, "ann", "oops", Token);
        Assert.Equal(2, (await Desk.ListAsync(All, Token)).Total);
    }

    [Fact]
    public async Task The_priority_is_explained_and_its_parts_add_up()
    {
        var id = await Make.CaseAsync(Store, Some.Post() with { PostedAt = Some.Moment });
        Store.Clock.Advance(TimeSpan.FromHours(5));
        var summary = (await Desk.FindAsync(id, Token))!.Summary;
        Assert.Equal(summary.Priority, summary.PriorityParts.Sum(p => p.Points), 6);
        Assert.Equal(["harm", "waiting"], summary.PriorityParts.Select(p => p.Kind));
        Assert.Contains("5.0 hours", summary.PriorityReasons[1].En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_figures_count_what_waits_and_what_was_decided_today()
    {
        var id = await Make.CaseAsync(Store);
        var opened = Store.Clock.GetUtcNow();
        await Make.CaseAsync(Store);
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(id + 1, "ann", Token)).Lease!), Token);
        var figures = await Desk.GetFiguresAsync(Token);
        Assert.Equal((1, 1, 0, 0, opened), (figures.Open, figures.ConfirmedToday, figures.DismissedToday, figures.OutboxDepth, figures.OldestOpenAt));
        Store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await Desk.GetFiguresAsync(Token)).ConfirmedToday);
    }

    [Fact]
    public async Task Opening_the_evidence_gives_the_page_as_it_came_and_is_logged_and_only_for_leads()
    {
        await Store.Get<IAccountStore>().SaveAsync(Make.Person("lea", AccountRole.Lead), Token);
        await Store.Get<ICrawlStore>().ImportAsync(Make.Page("<p>frozen secret:x</p>"), [Some.Post()], Token);
        var id = await Make.CaseAsync(Store);
        Assert.Null(await Desk.OpenEvidenceAsync(1, "ann", "curious", Token));
        var page = (await Desk.OpenEvidenceAsync(1, "lea", "check", Token))!;
        Assert.Equal(Make.Page("<p>frozen secret:x</p>").Body, page.Body);
        Assert.Equal("Server: example", page.Headers);
        var detail = (await Desk.FindAsync(1, Token))!;
        Assert.Equal((EventKinds.EvidenceOpened, "lea"), (detail.History[^1].Kind, detail.History[^1].Actor));
        Assert.Equal(64, detail.EvidenceSha256.Length);
        Assert.Null(await Desk.OpenEvidenceAsync(id, "lea", "none", Token));
    }

    [Fact]
    public async Task Confirmed_cases_are_listed_by_time_with_their_decision_until_undone()
    {
        var since = Store.Clock.GetUtcNow();
        var first = await Make.CaseAsync(Store);
        var second = await Make.CaseAsync(Store);
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(second, "ann", Token)).Lease!, reason: "why"), Token);
        Store.Clock.Advance(TimeSpan.FromMinutes(1));
        await Desk.DecideAsync(Make.Decide((await Desk.ClaimAsync(first, "bob", Token)).Lease!), Token);
        var confirmed = await ConfirmedAsync(since, since.AddHours(1));
        Assert.Equal([second, first], confirmed.Select(c => c.CaseId));
        Assert.Equal(("ann", "why", since), (confirmed[0].ConfirmedBy, confirmed[0].Reason, confirmed[0].ConfirmedAt));
        Assert.Single(await ConfirmedAsync(since, since.AddMinutes(1)));
        await Desk.UndoAsync(second, "ann", "oops", Token);
        Assert.Equal([first], (await ConfirmedAsync(since, since.AddHours(1))).Select(c => c.CaseId));
    }

    private async Task<List<ConfirmedCase>> ConfirmedAsync(DateTimeOffset since, DateTimeOffset until)
    {
        var all = new List<ConfirmedCase>();
        await foreach (var confirmed in Store.Get<IConfirmedCases>().ListAsync(since, until, Token))
        {
            all.Add(confirmed);
        }

        return all;
    }

    private async Task<long> OneAsync(CaseFilter filter)
    {
        var page = await Desk.ListAsync(filter, Token);
        Assert.Equal(1, page.Total);
        return Assert.Single(page.Cases).Id;
    }
}
