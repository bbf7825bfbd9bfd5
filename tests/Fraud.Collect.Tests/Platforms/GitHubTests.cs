namespace Fraud.Collect.Tests.Platforms;

public class GitHubTests : PlatformTestBase
{
    [Fact]
    public async Task Each_file_of_a_new_gist_is_a_post()
    {
        Source.Secret = "pat";
        Json("/gists/public?per_page=100", """[{"id":"g1","html_url":"https://gist.github.com/g1","public":true,"updated_at":"2026-10-31T08:00:00Z","files":{"a.py":{"filename":"a.py"}},"owner":{"login":"ann"}}]""");
        Json("/gists/g1", """{"id":"g1","html_url":"https://gist.github.com/g1","updated_at":"2026-10-31T08:00:00Z","description":"config","owner":{"login":"ann"},"files":{"a.py":{"filename":"a.py","content":"key = 'k1'\r\n"},"b.txt":{"filename":"b.txt","content":"two"}}}""");
        await RunAsync("github", "/gists/public");

        Assert.Equal([("gist/g1/a.py", "key = 'k1'", "ann"), ("gist/g1/b.txt", "two", "ann")], Stored);
        Assert.Equal(("Bearer pat", "2022-11-28"), (Site.LastHeaders.Authorization.ToString(), Site.LastHeaders["X-GitHub-Api-Version"].ToString()));

        Json("/gists/public?per_page=100&since=2026-10-31T08%3A00%3A00Z", "[]");
        await RunAsync("github", "/gists/public");
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task A_push_is_followed_to_the_lines_it_added_and_the_poll_interval_kept()
    {
        Json("/events?per_page=100", """[{"id":"9","type":"PushEvent","repo":{"name":"o/r"},"payload":{"ref":"refs/heads/main","head":"abcdef0123","before":"0"}},{"id":"8","type":"WatchEvent","repo":{"name":"o/r"},"payload":{}}]""", 200, ("X-Poll-Interval", "7200"));
        Json("/repos/o/r/commits/abcdef0123", """{"sha":"abcdef0123","html_url":"https://github.com/o/r/commit/abcdef0123","author":{"login":"ann"},"commit":{"committer":{"date":"2026-10-31T08:00:00Z"}},"files":[{"filename":".env","blob_url":"https://github.com/o/r/blob/abcdef0123/.env","patch":"@@ -1 +1,2 @@\n-OLD=1\n+NEW=2\n same"}]}""");
        await RunAsync("github", "/events");

        Assert.Equal([("commit/abcdef0123/.env", "NEW=2", "ann")], Stored);
        Assert.Equal(Clock.GetUtcNow().AddHours(2), State.DueAt);
    }

    [Fact]
    public async Task A_code_search_gives_the_lines_that_matched()
    {
        Json("/search/code?q=sk-&per_page=100", """{"total_count":1,"incomplete_results":false,"items":[{"name":"a","path":"src/a","sha":"s1","html_url":"https://github.com/o/r/blob/x/src/a","repository":{"full_name":"o/r","owner":{"login":"o"}},"text_matches":[{"fragment":"one"},{"fragment":"two"}]}]}""");
        await RunAsync("github", "/search/code?q=sk-");

        Assert.Equal([("code/o/r/s1/src/a", "one\ntwo", "o")], Stored);
    }

    [Fact]
    public async Task A_spent_quota_is_waited_for()
    {
        var reset = Clock.GetUtcNow().AddHours(7).AddMinutes(40);
        Json("/events?per_page=100", """{"message":"API rate limit exceeded"}""", 403, ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", $"{reset.ToUnixTimeSeconds()}"));
        await RunAsync("github", "/events");

        Assert.Equal(reset.ToUnixTimeSeconds(), State.DueAt.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task New_pastes_are_fetched_one_by_one_and_a_lost_one_withdrawn()
    {
        Json("/api_scraping.php?limit=250", """[{"scrape_url":"x","full_url":"https://pastebin.com/AAA","date":"1793433600","key":"AAA","size":"9","title":"","syntax":"text","user":"ann"},{"date":"1793433500","key":"BBB","title":"t","user":""}]""");
        Site.Page("/api_scrape_item.php?i=AAA", "line 1\r\nline 2", "text/plain").Page("/api_scrape_item.php?i=BBB", "Error, we cannot find this paste.", "text/plain");
        await RunAsync("pastebin", "/api_scraping.php");

        Assert.Equal([("AAA", "line 1\nline 2", "ann")], Stored);
        Assert.Equal(["BBB"], States.Withdrawn);
    }

    [Fact]
    public async Task An_address_that_is_not_listed_is_told()
    {
        Site.Page("/api_scraping.php?limit=250", "THIS IP: 1.2.3.4 DOES NOT HAVE ACCESS. VISIT: https://pastebin.com/doc_scraping_api", "text/plain");
        await RunAsync("pastebin", "/api_scraping.php");

        Assert.Equal("unreadable", Store.Visits.Single().Outcome);
    }
}
