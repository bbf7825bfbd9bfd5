using Fraud.Collect.Polling;
using Fraud.Collect.Sources;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Collect.Tests.Platforms;

public class PollerTests : PlatformTestBase
{
    private const string Posts = "/posts.json";

    [Fact]
    public async Task A_platform_that_wants_to_be_left_alone_is_left_alone_until_then()
    {
        Json(Posts, """{"errors":["slow down"]}""", 429, ("Retry-After", "1800"));
        await RunAsync("discourse", Posts);

        Assert.Equal(Clock.GetUtcNow().AddMinutes(30), State.DueAt);
        Assert.Equal("throttled", Store.Visits.Single().Outcome);
    }

    [Fact]
    public async Task A_round_that_breaks_off_is_repeated_from_the_same_place()
    {
        Json(Posts, Discourse(20));
        await RunAsync("discourse", Posts);
        Json(Posts, Discourse(40));
        Json(Posts + "?before=40", "{}", 403);
        await RunAsync("discourse", Posts);
        Assert.Equal(("20", 1), (State.Cursor, State.Failures));

        Json(Posts + "?before=40", Discourse(20, 39));
        await RunAsync("discourse", Posts);

        Assert.Equal(("40", 0, 3), (State.Cursor, State.Failures, Store.Posts.Count));
    }

    [Fact]
    public void A_request_that_never_works_does_not_hold_up_the_source_for_good()
    {
        var state = new SourceState { Source = "s", Track = "t", Failures = 5 };
        var after = Poller.After(new SourceOptions(), state, new() { Failed = true, Cursor = "7" }, Some.Moment);

        Assert.Equal(("7", 0), (after.Cursor, after.Failures));
    }

    [Fact]
    public void A_platform_that_has_more_but_does_not_get_on_waits_its_turn()
    {
        var state = new SourceState { Source = "s", Track = "t", Cursor = "7" };

        Assert.True(Poller.After(new SourceOptions(), state, new() { HasMore = true, Cursor = "7" }, Some.Moment).DueAt > Some.Moment);
        Assert.Equal(Some.Moment, Poller.After(new SourceOptions(), state, new() { HasMore = true, Cursor = "8" }, Some.Moment).DueAt);
    }

    [Fact]
    public async Task Every_answer_is_kept_as_evidence_but_one_that_holds_a_token()
    {
        Source.Secret = "s";
        Json("/api/v1/access_token", """{"access_token":"tok","expires_in":86400}""");
        Json("/r/x/new?limit=100&raw_json=1", """{"kind":"Listing","data":{"after":null,"children":[]}}""");
        await RunAsync("reddit", "/r/x/new");

        Assert.EndsWith("/r/x/new?limit=100&raw_json=1", Store.Pages.Single().Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_not_due_is_not_asked()
    {
        Json(Posts, Discourse(1));
        Source.RecrawlAfter = TimeSpan.FromDays(20);
        await RunAsync("discourse", Posts);

        Assert.Equal(0, (await RunAsync("discourse", Posts)).Visits);
    }

    private static string Discourse(params int[] ids) =>
        $$"""{"latest_posts":[{{string.Join(',', ids.Select(i => $$"""{"id":{{i}},"username":"u","cooked":"<p>post {{i}}</p>","topic_id":1,"topic_slug":"t","post_number":{{i}},"created_at":"2026-10-31T08:00:00Z"}"""))}}]}""";
}
