namespace Fraud.Collect.Sources.Forums;

/// <summary>The forum programs known by their markup.</summary>
internal static class ForumShapes
{
    public static IReadOnlyList<ForumShape> All { get; } =
    [
        new()
        {
            Name = "discuz",
            Post = "table[id^=pid], div[id^=post_]:not(:has(table[id^=pid]))",
            Body = "[id^=postmessage_]",
            Author = ".authi a.xw1, .authi a.xi2, .authi a, .postauthor a, cite a",
            Time = "em[id^=authorposton] span[title], em[id^=authorposton], .authi em",
            Noise = "blockquote, .quote, .sign, .pstatus, .jammer, ignore_js_op .tip, .attach_popup",
            Title = "#thread_subject, h1",
        },
        new()
        {
            Name = "phpbb",
            Post = "div.post[id^=p]",
            Body = ".postbody .content, .content",
            Author = "p.author .username, p.author .username-coloured, .postprofile .username, .postprofile .username-coloured, .postprofile a",
            Time = "p.author time[datetime], p.author",
            Noise = "blockquote, .signature, .notice",
            Title = "h2.topic-title, h2 a, h1",
        },
        new()
        {
            Name = "xenforo",
            Post = "article.message[data-author]",
            Body = ".message-body .bbWrapper, .message-content",
            Author = ".message-name",
            AuthorAttribute = "data-author",
            Time = ".message-attribution time[datetime], time[datetime]",
            Noise = "blockquote, .bbCodeBlock--quote, .message-signature, .message-lastEdit",
            Title = "h1.p-title-value, h1",
        },
        new()
        {
            Name = "discourse",
            Post = ".crawler-post[id^=post_], article[data-post-id]",
            Body = "[itemprop=text], .post, .cooked",
            Author = "[itemprop=author] [itemprop=name], .creator [itemprop=name], .names a",
            Time = "time[datetime]",
            Noise = "aside.quote, blockquote",
        },
        new()
        {
            Name = "v2ex",
            Post = ".cell[id^=r_], #Main .box:has(.topic_content)",
            Body = ".reply_content, .topic_content",
            Author = "strong a[href^='/member/'], small a[href^='/member/']",
            Time = ".ago[title], small span[title]",
        },
        new()
        {
            Name = "nodebb",
            Post = "[component=post][data-pid]",
            Body = "[component='post/content']",
            Author = "[data-username]",
            AuthorAttribute = "data-username",
            Time = ".timeago[title], time[datetime]",
        },
        new()
        {
            Name = "vbulletin",
            Post = "li.postcontainer[id^=post_], li.postbit, table[id^=post]",
            Body = ".postcontent, [id^=post_message_]",
            Author = ".username, a.bigusername",
            Time = ".postdate .date, .date, .thead",
            Title = ".threadtitle, h1",
        },
    ];
}
