using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fraud.Collect.Html;

namespace Fraud.Collect.Sources.Forums;

/// <summary>Finds the posts of an unknown forum: siblings of one make, each with words, most with an author and a time; the make with most words wins.</summary>
internal static partial class RepeatedPosts
{
    private const int MaxElements = 20_000;
    private const int LeastWords = 15;

    public static IReadOnlyList<FoundPost> Find(IHtmlDocument document)
    {
        var best = new List<FoundPost>();
        var bestScore = 0.0;
        foreach (var group in Groups(document))
        {
            var posts = group.Select(Read).Where(p => p.Text.Length > 0).ToList();
            var complete = posts.Count(p => p.Author.Length > 0 && p.Time.Length > 0);
            var score = complete * 2 < posts.Count || complete < 2 ? 0 : posts.Sum(p => Math.Min(p.Text.Length, 2000)) * (double)complete / posts.Count;
            if (score > bestScore && posts.Average(p => p.Text.Length) >= LeastWords)
            {
                (best, bestScore) = (posts, score);
            }
        }

        return best;
    }

    private static IEnumerable<List<IElement>> Groups(IHtmlDocument document) =>
        document.All.Take(MaxElements)
            .Where(e => e.LocalName is "div" or "article" or "li" or "section" or "tr" or "table" or "tbody" or "dl" && e.ParentElement is not null && !Outside().IsMatch($"{e.ClassName} {e.ParentElement.ClassName} {e.ParentElement.Id}"))
            .GroupBy(e => (e.ParentElement, e.LocalName, Make(e)))
            .Where(g => g.Skip(1).Any())
            .Select(g => g.ToList());

    private static string Make(IElement element) => string.Join(' ', element.ClassList.Where(c => !c.Any(char.IsAsciiDigit) && c is not ("odd" or "even" or "first" or "last")).Order(StringComparer.Ordinal));

    private static FoundPost Read(IElement element)
    {
        var time = element.QuerySelector("time[datetime]") ?? element.QuerySelectorAll("time, span, em, small, a, p, div, td").FirstOrDefault(IsTime);
        var author = element.GetAttribute("data-author") is { Length: > 0 } named ? named : element.QuerySelectorAll("a, span, cite, strong, b, div, td, h3, h4").FirstOrDefault(IsAuthor) is { } shown ? HtmlText.Of(shown) : "";
        var body = Body(element);
        return new(
            element.GetAttribute("id") ?? "",
            body is null ? "" : HtmlText.Of(body, e => e.LocalName == "blockquote" || Aside().IsMatch(e.ClassName ?? "")),
            author,
            time?.GetAttribute("datetime") ?? time?.GetAttribute("title") ?? time?.TextContent.Trim() ?? "",
            body ?? element);
    }

    private static IElement? Body(IElement element) =>
        element.QuerySelectorAll("div, p, td, section, blockquote, dd").FirstOrDefault(e => BodyName().IsMatch($"{e.ClassName} {e.GetAttribute("itemprop")}") && e.TextContent.Trim().Length > 0)
        ?? element.QuerySelectorAll("div, p, td, dd").Where(e => !IsAuthor(e) && !IsTime(e)).MaxBy(e => e.ChildNodes.OfType<IText>().Sum(t => t.Data.Trim().Length) + e.Children.Where(c => c.LocalName is "p" or "br").Sum(c => c.TextContent.Length));

    private static bool IsAuthor(IElement element) =>
        AuthorName().IsMatch($"{element.ClassName} {element.GetAttribute("rel")} {element.GetAttribute("itemprop")}") && element.TextContent.Trim().Length is > 0 and < 60;

    private static bool IsTime(IElement element) =>
        element.TextContent.Trim() is { Length: > 2 and < 40 } text && !element.Children.Any(c => c.TextContent.Length > 0) && TimeText().IsMatch(text);

    [GeneratedRegex("""(?:^|[\s_-])(?:author|user-?name|poster|nick-?name|user|by|creator|member|yonghu|name)(?:$|[\s_-]|name)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AuthorName();

    [GeneratedRegex("""(?:^|[\s_-])(?:content|body|message|text|articleBody|post-?text|reply-?content|comment-?text|detail)(?:$|[\s_-])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BodyName();

    [GeneratedRegex("""(?:19|20)[0-9]{2}\s?[-/.年][0-9 ]{1,3}[-/.月]|[0-9]{1,2}:[0-9]{2}|(?:前|ago)\s*$|昨天|今天|[0-9]{1,2}(?:月|-)[0-9]{1,2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TimeText();

    [GeneratedRegex("""(?:^|[\s_-])(?:nav|menu|sidebar|footer|header|breadcrumb|pagination|pager|related|recommend|widget)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Outside();

    [GeneratedRegex("""(?:^|[\s_-])(?:quote|sign|signature|actions?|toolbar|buttons?|share|edited)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Aside();
}
