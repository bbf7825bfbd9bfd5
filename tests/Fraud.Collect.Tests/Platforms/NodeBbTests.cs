namespace Fraud.Collect.Tests.Platforms;

public class NodeBbTests : PlatformTestBase
{
    [Fact]
    public async Task A_topic_that_moved_is_read_first_page_last_page_and_back()
    {
        Json("/forum/api/recent", Recent((5, "2026-10-31T09:00:00.000Z")));
        Json("/forum/api/topic/5?page=1", Topic(1, 3, Post(50, "first", "2026-10-31T06:00:00.000Z")));
        Json("/forum/api/topic/5?page=3", Topic(3, 3, Post(52, "third", "2026-10-31T09:00:00.000Z")));
        Json("/forum/api/topic/5?page=2", Topic(2, 3, Post(51, "second", "2026-10-31T07:00:00.000Z")));
        await RunAsync("nodebb", "/forum/api/recent");

        Assert.Equal([("50", "first", "ann"), ("52", "third", "ann"), ("51", "second", "ann")], Stored);
        Assert.Equal(("Tokens & more", Site.Url + "/forum/post/50"), (Store.Posts[0].Title, Store.Posts[0].Url));

        await RunAsync("nodebb", "/forum/api/recent");
        Assert.Equal(["/forum/api/recent"], Site.Requests);
    }

    [Fact]
    public async Task A_deleted_post_is_withdrawn()
    {
        Json("/api/recent", Recent((5, "2026-10-31T09:00:00.000Z")));
        Json("/api/topic/5?page=1", Topic(1, 1, """{"pid":50,"content":"This post is deleted!","deleted":1,"timestampISO":"2026-10-31T09:00:00.000Z","user":{"username":"ann"}}"""));
        await RunAsync("nodebb", "/api/recent");

        Assert.Empty(Store.Posts);
        Assert.Equal(["50"], States.Withdrawn);
    }

    [Fact]
    public async Task A_changed_answer_names_what_it_answers_and_is_a_post_of_its_own()
    {
        var answer = """{"pid":51,"toPid":"49","content":"<p>加我微信 <img src=\"/up/a.png\"></p>","deleted":0,"timestampISO":"2026-10-31T09:00:00.000Z","editedISO":"2026-10-31T09:30:00.000Z","user":{"username":"ann &amp; co"}}""";
        Json("/api/recent", Recent((5, "2026-10-31T09:00:00.000Z")));
        Json("/api/topic/5?page=1", Topic(1, 1, answer + ",{\"pid\":52,\"toPid\":null,\"content\":\"<p>ok</p>\",\"editedISO\":\"\",\"timestampISO\":\"2026-10-31T09:00:01.000Z\",\"user\":{\"username\":\"bob\"}}"));
        await RunAsync("nodebb", "/api/recent");

        Assert.Equal([("49", "2026-10-31T09:30:00.000Z", "ann & co"), ("50", "", "bob")], Store.Posts.Select(p => (p.ReplyTo, p.Revision, p.Author)));
        Assert.Equal(Site.Url + "/up/a.png", Store.Posts[0].Images.Single());
    }

    [Fact]
    public async Task The_first_round_reads_further_pages_of_the_list()
    {
        var pages = "\"next\":{\"page\":2,\"active\":true}";
        Json("/api/recent", Recent((5, "2026-10-31T09:00:00.000Z")).Replace("\"next\":{\"page\":1,\"active\":false}", pages, StringComparison.Ordinal));
        Json("/api/recent?page=2", Recent((6, "2026-10-30T09:00:00.000Z")));
        await RunAsync("nodebb", "/api/recent");

        Assert.Contains("/api/topic/6?page=1", Site.Requests);
        Assert.Equal("2026-10-31T09:00:00.000Z", State.Cursor);
    }

    private static string Recent(params (int Id, string At)[] topics) =>
        $$$"""{"topics":[{{{string.Join(',', topics.Select(t => $$"""{"tid":{{t.Id}},"title":"Tokens","postcount":3,"deleted":0,"lastposttimeISO":"{{t.At}}"}"""))}}}],"pagination":{"currentPage":1,"pageCount":1,"next":{"page":1,"active":false} } }""";

    private static string Topic(int page, int pages, string post) =>
        $$$"""{"tid":5,"mainPid":50,"title":"Tokens &amp; more","posts":[{{{post}}}],"pagination":{"currentPage":{{{page}}},"pageCount":{{{pages}}},"next":{"page":2,"active":true} } }""";

    private static string Post(int id, string text, string at) => $$$"""{"pid":{{{id}}},"tid":5,"content":"<p>{{{text}}}</p>","deleted":0,"timestampISO":"{{{at}}}","user":{"uid":1,"username":"ann"}}""";
}
