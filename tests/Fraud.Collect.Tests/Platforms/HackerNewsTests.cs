namespace Fraud.Collect.Tests.Platforms;

public class HackerNewsTests : PlatformTestBase
{
    [Fact]
    public async Task Items_are_walked_from_the_last_one_known_and_deleted_ones_withdrawn()
    {
        Source.MaxPages = 4;
        Json("/v0/maxitem.json", "101");
        Json("/v0/item/2.json", "null");
        await RunAsync("hackernews", "/v0/");
        Assert.Equal("101", State.Cursor);

        Json("/v0/maxitem.json", "105");
        Json("/v0/updates.json", """{"items":[50],"profiles":["x"]}""");
        Json("/v0/item/50.json", """{"deleted":true,"id":50,"time":1793433600,"type":"comment","parent":1}""");
        Json("/v0/item/102.json", """{"by":"ann","id":102,"time":1793433600,"title":"Cheap tokens","type":"story","url":"https://x.example/"}""");
        Json("/v0/item/103.json", """{"by":"bob","id":103,"kids":[9],"parent":102,"text":"Too cheap.<p>Don&#x27;t.","time":1793433600,"type":"comment"}""");
        Json("/v0/item/104.json", "null");
        await RunAsync("hackernews", "/v0/");

        Assert.Equal([("102", "Cheap tokens", "ann"), ("103", "Too cheap.\nDon't.", "bob")], Stored);
        Assert.Equal("105", State.Cursor);
        Assert.Contains("50", States.Withdrawn);
        Assert.Equal("https://news.ycombinator.com/item?id=102", Store.Posts[0].Url);
    }

    [Fact]
    public async Task A_search_looks_on_from_the_last_second_and_pages_through_it()
    {
        const string Start = "/api/v1/search_by_date?query=token";
        Json(Start + "&hitsPerPage=100&page=0", Hits(3, Hit("1", 1793433600)));
        await RunAsync("hackernews-search", Start);
        const string Since = "&numericFilters=created_at_i%3E%3D1793433600";
        Json(Start + "&hitsPerPage=100&page=0" + Since, Hits(2, Hit("3", 1793433700)));
        Json(Start + "&hitsPerPage=100&page=1" + Since, Hits(2, Hit("2", 1793433650)));
        await RunAsync("hackernews-search", Start);

        Assert.Equal(["1", "3", "2"], Store.Posts.Select(p => p.NativeId));
        Assert.Equal("1793433700", State.Cursor);
    }

    private static string Hits(int pages, string hit) => $$"""{"hits":[{{hit}}],"nbHits":9,"nbPages":{{pages}},"page":0,"hitsPerPage":100}""";

    private static string Hit(string id, long at) => $$"""{"objectID":"{{id}}","title":null,"comment_text":"words {{id}}","author":"a","created_at":"2026-10-31T08:00:00Z","created_at_i":{{at}},"_tags":["comment"]}""";
}
