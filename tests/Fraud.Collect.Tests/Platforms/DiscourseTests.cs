namespace Fraud.Collect.Tests.Platforms;

public class DiscourseTests : PlatformTestBase
{
    [Fact]
    public async Task The_newest_posts_are_read_and_hidden_ones_withdrawn()
    {
        (Source.Login, Source.Secret) = ("system", "key");
        Json("/posts.json", """
            {"latest_posts":[{"id":9,"name":"","username":"ann","created_at":"2026-10-31T08:00:00.000Z","cooked":"<p>Sell <a href=\"https://x.example/\">tokens</a></p>","post_number":1,"topic_id":4,"topic_slug":"sell","topic_title":"Selling","raw":"Sell"},
              {"id":8,"username":"bob","cooked":"<p>gone</p>","post_number":2,"topic_id":4,"topic_slug":"sell","topic_title":"Selling","hidden":true,"created_at":"2026-10-31T07:00:00.000Z"}]}
            """);
        await RunAsync("discourse", "/posts.json");

        var post = Assert.Single(Store.Posts);
        Assert.Equal(("9", "Selling", "Sell tokens", "ann", Site.Url + "/t/sell/4/1"), (post.NativeId, post.Title, post.Text, post.Author, post.Url));
        Assert.Equal(["8"], States.Withdrawn);
        Assert.Equal(("key", "system"), (Site.LastHeaders["Api-Key"].ToString(), Site.LastHeaders["Api-Username"].ToString()));
    }

    [Fact]
    public async Task A_forum_that_wants_a_login_is_told()
    {
        Json("/posts.json", """{"errors":["You need to be logged in to do that."],"error_type":"not_logged_in"}""", 403);
        await RunAsync("discourse", "/posts.json");

        Assert.Equal("forbidden", Store.Visits.Single().Outcome);
    }
}
