using System.Text.Encodings.Web;
using Fraud.Web;

namespace Fraud.Tests.Web;

public class HighlightTests
{
    [Fact]
    public void Text_of_a_post_is_never_markup()
    {
        var html = Render("<script>alert(1)</script>", new Mark(1, 0, 8, "r", "why <b>", 1));

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlapping_marks_are_cut_at_each_others_edges_and_numbered_once()
    {
        var html = Render("abcdef", new Mark(1, 0, 4, "a", "a", 1), new Mark(2, 2, 6, "b", "b", 1));

        Assert.Equal(3, Count(html, "<mark"));
        Assert.Equal(1, Count(html, "id=\"m1\""));
        Assert.Equal(1, Count(html, "id=\"m2\""));
    }

    [Fact]
    public void A_mark_outside_the_text_is_cut_to_it()
    {
        Assert.Equal(1, Count(Render("ab", new Mark(1, 1, 99, "a", "a", 1)), "<mark"));
    }

    private static string Render(string text, params Mark[] marks)
    {
        using var writer = new StringWriter();
        Highlight.Render(text, marks).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
