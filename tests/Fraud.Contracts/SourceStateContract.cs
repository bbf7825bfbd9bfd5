using Fraud.Cases;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Contracts;

public abstract class SourceStateContract(Func<TestStore> open) : StoreContract(open)
{
    private ISourceStateStore States => Store.Get<ISourceStateStore>();

    [Fact]
    public async Task A_track_never_asked_is_due_and_has_no_cursor() =>
        Assert.Equal(new SourceState { Source = "s", Track = "t" }, await States.GetAsync("s", "t", Token));

    [Fact]
    public async Task What_was_saved_last_is_what_is_read_by_track_and_after_a_restart()
    {
        var state = new SourceState { Source = "s", Track = "https://a.example/?q=词元", Cursor = "7", DueAt = Store.Clock.GetUtcNow().AddHours(1), Failures = 2 };
        await States.SaveAsync(state with { Cursor = "6" }, Token);
        await States.SaveAsync(state with { Track = "other" }, Token);
        await States.SaveAsync(state, Token);
        await Store.ReopenAsync();

        Assert.Equal(state, await States.GetAsync("s", state.Track, Token));
    }

    [Fact]
    public async Task A_withdrawn_post_loses_its_words_and_is_not_stored_again()
    {
        var post = Some.Post();
        await Store.Get<ICrawlStore>().ImportAsync(null, [post], Token);
        var withdrawal = Store.Get<IPostWithdrawal>();

        Assert.Equal(1, await withdrawal.WithdrawAsync(post.Source, [post.NativeId, "unknown"], Token));
        Assert.Equal(0, await withdrawal.WithdrawAsync(post.Source, [post.NativeId], Token));
        Assert.Equal(0, await Store.Get<ICrawlStore>().ImportAsync(null, [post], Token));
        Assert.Equal([0L, 0L, 0L], await Store.SqlAsync<long>("SELECT COUNT(*) FROM PostClear UNION ALL SELECT COUNT(*) FROM DetectQueue UNION ALL SELECT COUNT(*) FROM Post WHERE Text <> '' OR Author <> ''"));
    }

    [Fact]
    public async Task A_changed_text_is_stored_beside_the_first_and_goes_with_it()
    {
        var post = Some.Post("first words");
        var store = Store.Get<ICrawlStore>();
        await store.ImportAsync(null, [post], Token);

        Assert.Equal(0, await store.ImportAsync(null, [post with { Revision = "2026-11-01T10:00:00Z" }], Token));
        Assert.Equal(1, await store.ImportAsync(null, [post with { Revision = "2026-11-01T11:00:00Z", Text = "other words" }], Token));
        Assert.Equal(0, await store.ImportAsync(null, [post with { Revision = "2026-11-01T12:00:00Z", Text = "other words" }], Token));
        Assert.Equal(2, await Store.Get<IPostWithdrawal>().WithdrawAsync(post.Source, [post.NativeId], Token));
    }

    [Fact]
    public async Task A_post_that_a_case_rests_on_is_kept_whoever_deletes_it()
    {
        var post = Some.Post();
        await Store.Get<ICrawlStore>().ImportAsync(null, [post], Token);
        await Make.JudgeAsync(Store, p => Make.Assessed(p, Verdict.Alert));
        await Store.Get<IAlertPusher>().PushAsync(Token);

        Assert.Equal(0, await Store.Get<IPostWithdrawal>().WithdrawAsync(post.Source, [post.NativeId], Token));
    }
}
