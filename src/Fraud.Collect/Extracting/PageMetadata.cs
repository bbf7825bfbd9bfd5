using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Fraud.Collect.Html;
using Fraud.Collect.StructuredData;

namespace Fraud.Collect.Extracting;

/// <summary>Finds title, author and date: what the page states for machines first, what it shows to readers second.</summary>
internal sealed partial class PageMetadata
{
    private static readonly string[] ArticleTypes =
    [
        "Article", "NewsArticle", "BlogPosting", "TechArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "Report", "ScholarlyArticle", "LiveBlogPosting", "Review", "Recipe",
        "DiscussionForumPosting", "SocialMediaPosting", "HowTo", "Question", "VideoObject", "WebPage",
    ];

    private static readonly string[] DateMetas =
    [
        "article:published_time", "datePublished", "og:published_time", "date", "pubdate", "publishdate", "publish_date", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date",
        "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published", "published_at", "article:published", "originalpublicationdate", "rnews:datePublished", "bt:pubdate", "citation_publication_date", "created",
    ];

    private readonly IHtmlDocument _document;
    private readonly PageIndex _index;
    private readonly List<DataNode> _nodes;

    public PageMetadata(IHtmlDocument document)
    {
        _document = document;
        _index = PageIndex.Of(document);
        _nodes = [.. _index.JsonLd.Concat(_index.Microdata).Where(n => n.Is(ArticleTypes)).OrderBy(n => Array.FindIndex(ArticleTypes, t => n.Is(t)))];
    }

    public string Title()
    {
        var site = PageMeta.Of(_document, "og:site_name", "application-name");
        var stated = Decoded(Stated(n => n.Text("headline"), n => n.Is("WebPage", "VideoObject") ? "" : n.Text("name")));
        var shared = Decoded(PageMeta.Of(_document, "og:title", "twitter:title", "dc.title"));
        var whole = Decoded(_document.Title ?? "");
        var headings = _index.ByName("h1").Select(h => HtmlText.Of(h).Replace('\n', ' ')).Where(h => h.Length is > 2 and < 300).Take(5).ToList();
        // A heading that the page's own titles repeat is the title as readers see it
        var shown = headings.FirstOrDefault(h => Holds(whole, h) || Holds(shared, h) || Holds(stated, h));
        return shown ?? (stated.Length > 0 ? stated : shared.Length > 0 ? WithoutSite(shared, site) : whole.Length > 0 ? WithoutSite(whole, site) : headings.FirstOrDefault() ?? "");
    }

    public string Author()
    {
        var stated = string.Join(", ", _nodes.Where(n => !n.Is("WebPage", "VideoObject")).Select(AuthorsOf).FirstOrDefault(a => a.Count > 0) ?? []);
        var meta = Name(PageMeta.Of(_document, "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "cxenseparse:author", "citation_author"));
        return stated.Length > 0 ? stated : meta.Length > 0 ? meta : Shown();
    }

    public DateTimeOffset? Date(Uri url, DateTimeOffset now, TimeSpan offset)
    {
        foreach (var candidate in DateCandidates(url))
        {
            if (candidate.Length is > 5 and < 150 && LooseDate.Parse(candidate, now, offset) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    // Looked for one after the other: most pages say it in the first place
    private IEnumerable<string> DateCandidates(Uri url) =>
        Enumerable.Repeat(Stated(n => n.Text("datePublished"), n => n.Text("uploadDate", "dateCreated")), 1)
            .Concat(DateMetas.Select(m => PageMeta.Of(_document, m)))
            .Concat(Shown("[itemprop=datePublished]", "article time[datetime][pubdate]", "time[pubdate]", "article header time", "header time[datetime]", "time.entry-date", "time.published", "article time[datetime]", "time[datetime]"))
            .Concat([InUrl().Match(url.AbsolutePath).Value.Trim('/').Replace('/', '-'), Stated(n => n.Text("dateModified")), PageMeta.Of(_document, "article:modified_time", "og:updated_time", "last-modified")])
            .Concat(Shown(".date", ".published", ".post-date", ".entry-date", ".publish-date", ".pubdate", ".timestamp", ".posted-on", ".post-meta", ".entry-meta", ".byline", "[class*=date]", "[class*=time]", "[class*=publish]", "time"));

    private IEnumerable<string> Shown(params string[] selectors) =>
        selectors.SelectMany(s => _index.Find(s).Take(3)).Select(e => e.GetAttribute("content") ?? e.GetAttribute("datetime") ?? HtmlText.Of(e));

    private string Stated(params Func<DataNode, string>[] reads)
    {
        foreach (var read in reads)
        {
            if (_nodes.Select(read).FirstOrDefault(t => t.Length > 0) is { } found)
            {
                return found;
            }
        }

        return "";
    }

    // As stated: a machine-readable name has no by-words to take off
    private static List<string> AuthorsOf(DataNode node) => [.. node.Texts("author").Concat(node.Texts("creator")).Select(Decoded).Where(n => n.Length is > 1 and < 100 && !n.Contains("://", StringComparison.Ordinal) && !NotAName().IsMatch(n)).Distinct(StringComparer.OrdinalIgnoreCase).Take(6)];

    // By-lines as shown, nearest to the usual makes
    private string Shown()
    {
        foreach (var selector in (string[])["[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author]", ".author-name", ".byline__name", ".byline-name", ".author a", ".byline a", ".post-author", ".entry-author", ".author", ".byline", "[class*=author-name]", "[class*=byline]", "[data-testid*=author]"])
        {
            var name = _index.Find(selector).Take(2).Select(e => Name(HtmlText.Of(e).Replace('\n', ' '))).FirstOrDefault(n => n.Length > 0);
            if (name is not null)
            {
                return name;
            }
        }

        return "";
    }

    private static string Name(string text)
    {
        text = ByWord().Replace(Decoded(text), "");
        text = AfterName().Replace(text, "").Trim(' ', ',', '|', '·', '-', '–', '—', ':', '：', '@');
        return text.Length is < 2 or > 80 || text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || !text.Any(char.IsLetter) || text.Count(c => c == ' ') > 9
            || NotAName().IsMatch(text) ? "" : text;
    }

    private static bool Holds(string title, string heading) => heading.Length > 5 && title.Contains(heading, StringComparison.OrdinalIgnoreCase);

    // "Headline | Section - Site": the longest part, unless the site's name tells which to drop
    private static string WithoutSite(string title, string site)
    {
        var parts = Separator().Split(title).Where(p => p.Trim().Length > 0).ToList();
        if (parts.Count < 2)
        {
            return title;
        }

        var kept = site.Length > 0 ? parts.Where(p => !p.Trim().Equals(site, StringComparison.OrdinalIgnoreCase)).ToList() : parts;
        return kept.Count == parts.Count - 1 && kept.Count == 1 ? kept[0].Trim() : kept.Count < parts.Count && kept[0].Trim().Length > 15 ? kept[0].Trim() : kept.MaxBy(p => p.Length)!.Trim();
    }

    private static string Decoded(string text) => PinyinNotes.Strip(HtmlText.Tidy(System.Net.WebUtility.HtmlDecode(text)).Replace('\n', ' '));

    [GeneratedRegex(@"^\s*(?:(?:by|von|par|por|di|from|written by|posted by|authored by|author|published by|reviewed by|story by|words by|text by|作者|文|记者|編輯|编辑|来源)\s*[:：/]?\s+|(?:作者|文|记者|编辑)\s*[:：/|])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex ByWord();

    [GeneratedRegex(@"\s*(?:[|•·(]|\b(?:on|updated|published|posted|last updated|contributor|senior|staff writer|reporter|editor|correspondent|min read)\b|[0-9]{1,2}[:/ ]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* [0-9]).*$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 500)]
    private static partial Regex AfterName();

    [GeneratedRegex(@"^(?:admin|administrator|author|authors|about the author|staff|editor|unknown|anonymous|guest|user|null|none|follow|share|comments?|read more|more|home|subscribe)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex NotAName();

    [GeneratedRegex(@"\s+[|»›·•–—-]\s+|\s*[|｜_]\s*|\s+::\s+", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Separator();

    [GeneratedRegex(@"/(?:19|20)[0-9]{2}/[01]?[0-9]/[0-3]?[0-9](?=/|$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex InUrl();
}
