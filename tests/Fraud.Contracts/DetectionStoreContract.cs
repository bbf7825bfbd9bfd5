using Fraud.Findings;
using Fraud.Posts;
using Fraud.Testing;
using Fraud.Work;

namespace Fraud.Contracts;

public abstract class DetectionStoreContract(Func<TestStore> open) : StoreContract(open)
{
    private const string Model = "pitch@test";
    private const string Policy = "default@1";

    private IDetectionStore Detection => Store.Get<IDetectionStore>();

    [Fact]
    public async Task A_pending_post_is_given_in_clear_exactly_as_it_was_stored()
    {
        var post = Some.Post("call secret:alpha1\nnow \U0001F600") with
        {
            Title = "title", Author = "me", Language = "zh-Hans", PostedAt = Some.Moment.AddTicks(7), Links = ["https://x.example/"], Images = ["https://x.example/a.png"], ReplyTo = "n0", Revision = "2",
            Listing = new Listing { Price = 9.90m, Currency = "CNY", Seller = "s" },
        };
        await Store.Get<ICrawlStore>().ImportAsync(null, [post], Token);
        var pending = Assert.Single(await PendingAsync());
        Assert.Equal(post with { Links = [], Images = [] }, pending.Post with { Links = [], Images = [] });
        Assert.Equal((post.Links[0], post.Images[0]), (pending.Post.Links.Single(), pending.Post.Images.Single()));
    }

    [Fact]
    public async Task Posts_wait_oldest_first_until_this_model_and_policy_judged_them()
    {
        await ImportAsync(3);
        var pending = await PendingAsync();
        Assert.Equal(pending.OrderBy(p => p.PostId), pending);
        await Detection.SaveAsync([Make.Assessed(pending[0])], Token);
        Assert.Equal(pending.Skip(1).Select(p => p.PostId), (await PendingAsync()).Select(p => p.PostId));
    }

    [Fact]
    public async Task A_new_model_or_policy_makes_all_posts_wait_again()
    {
        await ImportAsync(2);
        await Detection.SaveAsync([.. (await PendingAsync()).Select(p => Make.Assessed(p))], Token);
        Assert.Empty(await PendingAsync());
        Assert.Equal(2, (await Detection.TakePendingAsync("pitch@newer", Policy, 10, TimeSpan.Zero, Token)).Count);
        Assert.Equal(2, (await Detection.TakePendingAsync(Model, "strict@1", 10, TimeSpan.Zero, Token)).Count);
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task A_taken_post_is_given_to_nobody_until_its_lease_is_over()
    {
        await ImportAsync(3);
        var taken = await Detection.TakePendingAsync(Model, Policy, 2, TimeSpan.FromMinutes(1), Token);
        Assert.DoesNotContain((await PendingAsync()).Single().PostId, taken.Select(p => p.PostId));
        Store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, (await PendingAsync()).Count);
    }

    [Fact]
    public async Task Takers_at_once_never_get_the_same_post()
    {
        await ImportAsync(40);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Detection.TakePendingAsync(Model, Policy, 5, TimeSpan.FromMinutes(1), Token)));
        Assert.Equal(40, taken.SelectMany(t => t).Select(p => p.PostId).Distinct().Count());
    }

    [Fact]
    public async Task A_process_whose_model_was_replaced_elsewhere_stands_back_until_it_has_the_new_one()
    {
        await ImportAsync(1);
        Assert.Single(await PendingAsync());
        await Store.SqlAsync("UPDATE DetectState SET Model = 'pitch@newer'");
        Assert.Empty(await PendingAsync());
        Assert.Equal(["pitch@newer"], await Store.SqlAsync<string>("SELECT Model FROM DetectState"));
        Assert.Single(await Detection.TakePendingAsync("pitch@newer", Policy, 10, TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task Posts_stored_after_a_model_change_wait_for_the_new_model()
    {
        await Detection.TakePendingAsync("pitch@newer", Policy, 10, TimeSpan.Zero, Token);
        await ImportAsync(1);
        Assert.Single(await Detection.TakePendingAsync("pitch@newer", Policy, 10, TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task Saving_a_verdict_again_changes_nothing()
    {
        await ImportAsync(1);
        var assessed = Make.Assessed((await PendingAsync())[0]);
        await Detection.SaveAsync([assessed, assessed], Token);
        await Detection.SaveAsync([assessed with { Assessment = Some.Assessment(Verdict.Clear) }], Token);
        Assert.Equal([1L, 1L], await Store.SqlAsync<long>("SELECT COUNT(*) FROM Assessment UNION ALL SELECT COUNT(*) FROM Outbox"));
    }

    [Theory]
    [InlineData(Verdict.Clear, 0)]
    [InlineData(Verdict.Review, 1)]
    [InlineData(Verdict.Alert, 1)]
    public async Task Only_alerts_and_reviews_enter_the_outbox_and_ring_the_bell(Verdict verdict, int rows)
    {
        await ImportAsync(1);
        await Detection.SaveAsync([Make.Assessed((await PendingAsync())[0], verdict)], Token);
        Assert.Equal(rows, (await Store.SqlAsync<long>("SELECT COUNT(*) FROM Outbox"))[0]);
        Assert.Equal(rows, Store.Signal.Kinds.Count(k => k == WorkKind.AlertsQueued));
    }

    [Fact]
    public async Task A_batch_with_an_unknown_post_is_not_written_at_all()
    {
        await ImportAsync(1);
        var known = Make.Assessed((await PendingAsync())[0]);
        await Assert.ThrowsAnyAsync<Exception>(() => Detection.SaveAsync([known, known with { PostId = 999 }], Token));
        Assert.Single(await PendingAsync());
        Assert.Equal(0, (await Store.SqlAsync<long>("SELECT COUNT(*) FROM Assessment"))[0]);
    }

    [Fact]
    public async Task A_deferred_post_lets_the_others_pass_and_comes_back()
    {
        await ImportAsync(2);
        var first = (await PendingAsync())[0];
        await Detection.DeferAsync([first.PostId], TimeSpan.FromMinutes(10), Token);
        Assert.DoesNotContain(first.PostId, (await PendingAsync()).Select(p => p.PostId));
        Store.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(first.PostId, (await PendingAsync())[0].PostId);
    }

    [Fact]
    public async Task A_post_whose_clear_text_cannot_be_opened_is_given_masked()
    {
        await Store.Get<ICrawlStore>().ImportAsync(null, [Some.Post("call secret:alpha1")], Token);
        await Store.SqlAsync("UPDATE PostClear SET Sealed = @junk", new { junk = new byte[] { 1, 2, 3 } });
        Assert.Equal("call \u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022", Assert.Single(await PendingAsync()).Post.Text);
    }

    [Fact]
    public async Task A_secret_that_only_the_detector_knew_is_hidden_when_the_verdict_is_saved()
    {
        await Store.Get<ICrawlStore>().ImportAsync(null, [Some.Post("use unknown-key today") with { Title = "Free" }], Token);
        var assessed = Make.Assessed((await PendingAsync())[0]);
        var key = new KeyFinding { Rule = "key.test", Issuer = "Test", Redacted = "unk…", Fingerprint = "f", Start = 9, End = 20, Confidence = KeyConfidence.High };
        await Detection.SaveAsync([assessed with { Assessment = assessed.Assessment with { Keys = [key] } }], Token);
        Assert.Equal(["Free/use \u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022 today"], await Store.SqlAsync<string>("SELECT CONCAT(Title, '/', Text) FROM Post"));
    }

    [Fact]
    public async Task What_only_the_detector_hid_is_judged_in_clear_by_the_next_model()
    {
        await Store.Get<ICrawlStore>().ImportAsync(null, [Some.Post("use unknown-key today")], Token);
        var assessed = Make.Assessed((await PendingAsync())[0]);
        var key = new KeyFinding { Rule = "key.test", Issuer = "Test", Redacted = "unk…", Fingerprint = "f", Start = 4, End = 15, Confidence = KeyConfidence.High };
        await Detection.SaveAsync([assessed with { Assessment = assessed.Assessment with { Keys = [key] } }], Token);
        Assert.Equal("use unknown-key today", Assert.Single(await Detection.TakePendingAsync("pitch@newer", Policy, 10, TimeSpan.Zero, Token)).Post.Text);
    }

    [Fact]
    public async Task A_clear_copy_is_kept_only_of_a_post_in_which_something_was_hidden()
    {
        await Store.Get<ICrawlStore>().ImportAsync(null, [Some.Post("nothing to hide"), Some.Post("call secret:alpha1")], Token);
        Assert.Equal([true, false], (await Store.SqlAsync<byte[]>("SELECT Sealed FROM PostClear ORDER BY PostId")).Select(s => s.Length == 0));
        Assert.Equal(["nothing to hide", "call secret:alpha1"], (await PendingAsync()).Select(p => p.Post.Text));
    }

    [Fact]
    public async Task A_source_counts_a_post_once_as_alert_whatever_models_say()
    {
        await ImportAsync(1);
        var assessed = Make.Assessed((await PendingAsync())[0]);
        await Detection.SaveAsync([assessed, assessed with { Assessment = assessed.Assessment with { Model = "pitch@newer" } }], Token);
        Assert.Equal(1, Assert.Single(await Store.Get<ICrawlStore>().ListHealthAsync(Token)).Alerts);
    }

    private Task<IReadOnlyList<PendingPost>> PendingAsync() => Detection.TakePendingAsync(Model, Policy, 10, TimeSpan.Zero, Token);

    private Task<int> ImportAsync(int count) => Store.Get<ICrawlStore>().ImportAsync(null, [.. Enumerable.Range(0, count).Select(_ => Some.Post())], Token);
}
