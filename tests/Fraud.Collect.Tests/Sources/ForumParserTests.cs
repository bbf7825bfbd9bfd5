namespace Fraud.Collect.Tests.Sources;

public class ForumParserTests : ParserTestBase
{
    private const string Discuz = """
        <html lang="zh-CN"><head><title>囤词元 - 某论坛</title></head><body><div id="nav"><a href="forum.php">首页</a></div>
        <h1><span id="thread_subject">囤词元的来</span></h1>
        <div id="post_101"><table id="pid101" class="plhin"><tr><td class="pls"><div class="authi"><a href="home.php?mod=space&uid=1" class="xw1">老王</a></div></td>
          <td class="plc"><em id="authorposton101">发表于 2026-10-31 13:25:08</em><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_101"><i class="pstatus">本帖最后由 老王 于 2026-10-31 编辑</i><br>内部渠道三折<font class="jammer">x8$k</font><br>加我 <a href="https://x.example/">链接</a><span style="display:none">垃圾</span></td></tr></table></div><div class="sign">签名</div></td></tr></table></div>
        <div id="post_102"><table id="pid102" class="plhin"><tr><td class="pls"><div class="authi"><a href="home.php?mod=space&uid=2" class="xw1">小李</a></div></td>
          <td class="plc"><em id="authorposton102">发表于 <span title="2026-11-1 09:05:00">3 小时前</span></em><table><tr><td class="t_f" id="postmessage_102"><div class="quote"><blockquote>老王 说的话</blockquote></div>别信</td></tr></table></td></tr></table></div>
        <div class="pg"><a href="thread-7-2-1.html" class="nxt">下一页</a><a href="forum.php?mod=viewthread&tid=8&sid=abc">别的帖</a></div></body></html>
        """;

    [Fact]
    public async Task A_discuz_thread_gives_its_posts()
    {
        var parsed = await ReadAsync("forum", Discuz, "https://f.example/thread-7-1-1.html");

        Assert.Equal([("老王", "内部渠道三折\n加我 链接", "囤词元的来"), ("小李", "别信", "")], parsed.Posts.Select(p => (p.Author, p.Text, p.Title)));
        Assert.Equal(["f.example/pid101", "f.example/pid102"], parsed.Posts.Select(p => p.NativeId));
        Assert.Equal(["2026-10-31T05:25:08Z", "2026-11-01T01:05:00Z"], parsed.Posts.Select(p => p.PostedAt!.Value.UtcDateTime.ToString("s", null) + "Z"));
        Assert.Equal(["https://f.example/thread-7-2-1.html"], parsed.Next);
        Assert.Contains("https://f.example/forum.php?mod=viewthread&tid=8", parsed.Links);
    }

    [Fact]
    public async Task A_phpbb_thread_gives_its_posts()
    {
        var parsed = await ReadAsync("forum", """
            <h2 class="topic-title"><a href="./viewtopic.php?t=5">Cheap tokens</a></h2>
            <div id="p11" class="post has-profile bg2"><dl class="postprofile"><dt><a class="username">Ann</a></dt></dl><div class="postbody"><p class="author">by <a class="username">Ann</a> » <time datetime="2026-10-30T10:00:00+00:00">Fri</time></p>
              <div class="content">Buy low.<br>Sell high.</div><div class="signature">sig</div></div></div>
            <div id="p12" class="post bg1"><div class="postbody"><p class="author">by <span class="username">Bob</span> <time datetime="2026-10-30T11:00:00+00:00">Fri</time></p><div class="content"><blockquote>Buy low.</blockquote>No.</div></div></div>
            <ul><li class="arrow next"><a rel="next" href="./viewtopic.php?t=5&amp;start=10">Next</a></li></ul>
            """, "https://f.example/viewtopic.php?t=5");

        Assert.Equal([("Ann", "Buy low.\nSell high."), ("Bob", "No.")], parsed.Posts.Select(p => (p.Author, p.Text)));
        Assert.Equal(["https://f.example/viewtopic.php?t=5&start=10"], parsed.Next);
    }

    [Fact]
    public async Task An_unknown_forum_is_read_by_what_repeats()
    {
        var posts = string.Concat(Enumerable.Range(1, 4).Select(i => $"""
            <div class="floor floor-{i}" id="f{i}"><div class="user-name"><a href="/u/{i}">user{i}</a></div><span class="when">2026-10-3{i % 2} 1{i}:00</span>
            <div class="floor-content">这是第 {i} 楼的话，说得比较长一些，以便看得出来。</div></div>
            """));
        var parsed = await ReadAsync("forum", $"<div class='sidebar'><div class='w'>a</div><div class='w'>b</div></div><h1>Thread</h1><div class='thread'>{posts}</div><div class='footer'>x</div>");

        Assert.Equal(["user1", "user2", "user3", "user4"], parsed.Posts.Select(p => p.Author));
        Assert.StartsWith("这是第 1 楼的话", parsed.Posts[0].Text, StringComparison.Ordinal);
        Assert.All(parsed.Posts, p => Assert.NotNull(p.PostedAt));
    }

    [Fact]
    public async Task A_board_page_gives_links_only()
    {
        var parsed = await ReadAsync("forum", """
            <table id="threadlisttableid"><tbody id="normalthread_7"><tr><th><a href="thread-7-1-1.html" class="s xst">囤词元</a></th><td class="by"><cite><a>老王</a></cite><em>2026-10-31</em></td></tr></tbody>
            <tbody id="normalthread_8"><tr><th><a href="thread-8-1-1.html" class="s xst">卖显卡</a></th><td class="by"><cite><a>小李</a></cite><em>2026-10-30</em></td></tr></tbody></table>
            """, "https://f.example/forum-2-1.html");

        Assert.Empty(parsed.Posts);
        Assert.Equal(["https://f.example/thread-7-1-1.html", "https://f.example/thread-8-1-1.html"], parsed.Links);
    }

    [Fact]
    public async Task A_post_without_id_keeps_its_identity_between_visits()
    {
        const string Thread = "<div class=c><div class=r><b class=author>a1</b><i class=t>2026-10-30 10:00</i><p>words of the first author here</p></div><div class=r><b class=author>b2</b><i class=t>2026-10-30 11:00</i><p>words of the second author here</p></div></div>";

        Assert.Equal((await ReadAsync("forum", Thread)).Posts.Select(p => p.NativeId), (await ReadAsync("forum", Thread)).Posts.Select(p => p.NativeId));
    }

    [Theory]
    [InlineData("<blockquote cite='./viewtopic.php?p=12#p12'><div><cite><a href='/u/2'>bob</a> wrote: <a href='./viewtopic.php?p=12#p12' data-post-id='12'>up</a></cite>old words</div></blockquote>")]
    [InlineData("<blockquote><a href='viewtopic.php?f=2&amp;p=12#p12'>bob</a> old words</blockquote>")]
    public async Task A_quote_with_a_link_names_the_post_answered(string quote)
    {
        var parsed = await ReadAsync("forum", $"<h2 class=topic-title>t</h2><div class=post id=p12><p class=author><a class=username>bob</a></p><div class=content>old words</div></div><div class=post id=p31><p class=author><a class=username>ann</a></p><div class=content>{quote}new words <img src=/a.png><img class=smilies src=/smilies/x.gif width=15></div></div>");

        Assert.Equal([("", 0), ("site.example/p12", 1)], parsed.Posts.Select(p => (p.ReplyTo, p.Images.Count)));
        Assert.Equal("https://site.example/a.png", parsed.Posts[1].Images[0]);
    }
}
