namespace Fraud.Collect.Tests.Platforms;

public class TelegramTests : PlatformTestBase
{
    [Fact]
    public async Task Messages_of_a_public_channel_become_posts()
    {
        Site.Page("/s/tokens", Channel(Message(7, "内部渠道三折<br>加 <a href=\"https://x.example/g\">群</a>"), Service(8)));
        await RunAsync("telegram", "/s/tokens");

        var post = Assert.Single(Store.Posts);
        Assert.Equal(("tokens/7", "内部渠道三折\n加 群", "tokens", "https://t.me/tokens/7"), (post.NativeId, post.Text, post.Author, post.Url));
        Assert.Equal(new DateTimeOffset(2026, 10, 31, 8, 0, 0, TimeSpan.Zero), post.PostedAt);
        Assert.Equal(["https://x.example/g"], post.Links);
    }

    [Fact]
    public async Task A_later_run_goes_back_to_the_newest_message_known()
    {
        Site.Page("/s/tokens", Channel(Message(7, "seven")));
        await RunAsync("telegram", "/s/tokens");
        Site.Page("/s/tokens", Channel(Message(12, "twelve"), Message(13, "thirteen")));
        Site.Page("/s/tokens?before=12", Channel(Message(7, "seven"), Message(11, "eleven")));
        await RunAsync("telegram", "/s/tokens");

        Assert.Equal(["/s/tokens", "/s/tokens?before=12"], Site.Requests.Where(r => r.StartsWith("/s/", StringComparison.Ordinal)));
        Assert.Equal((4, "13"), (Store.Posts.Count, State.Cursor));
    }

    [Fact]
    public async Task A_channel_without_preview_is_no_empty_channel()
    {
        Site.Redirect("/s/closed", "/closed").Page("/closed", "<div class=tgme_page><div class=tgme_page_title>Closed</div></div>");
        await RunAsync("telegram", "/s/closed");

        Assert.Equal("unreadable", Store.Visits.Single().Outcome);
    }

    [Fact]
    public async Task Robots_txt_is_asked_for_the_preview_is_a_web_page()
    {
        Site.Page("/robots.txt", "User-agent: *\nDisallow: /s/").Page("/s/tokens", Channel(Message(7, "seven")));
        await RunAsync("telegram", "/s/tokens");

        Assert.Empty(Store.Posts);
    }

    private static string Channel(params string[] messages) => $"<div class=tgme_channel_info></div><section class=tgme_channel_history>{string.Concat(messages)}</section>";

    private static string Message(int id, string html) => $"""
        <div class="tgme_widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="tokens/{id}"><div class="tgme_widget_message_bubble">
        <a class="tgme_widget_message_owner_name" href="https://t.me/tokens"><span>Tokens</span></a><div class="tgme_widget_message_text js-message_text">{html}</div>
        <div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.5K</span><a class="tgme_widget_message_date" href="https://t.me/tokens/{id}"><time datetime="2026-10-31T08:00:00+00:00">08:00</time></a></div></div></div></div>
        """;

    private static string Service(int id) => $"<div class=tgme_widget_message_wrap><div class='tgme_widget_message service_message' data-post='tokens/{id}'><div class=tgme_widget_message_bubble><div class=tgme_widget_message_text>Channel created</div></div></div></div>";
}
