using AngleSharp.Html.Dom;
using Fraud.Collect.Html;
using Fraud.Collect.StructuredData;

namespace Fraud.Collect.Extracting;

/// <summary>Finds the main text of a page and what the page says about it.</summary>
public static class PageExtractor
{
    /// <summary>Extracts from HTML text; any text whatever gives a result.</summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="url">Where it stood.</param>
    /// <param name="now">Moment of reading; dates after it are not believed.</param>
    /// <param name="cancellationToken">Ends the parsing.</param>
    public static async Task<ExtractedPage> ExtractAsync(string html, Uri url, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(url);
        using var document = await SafeHtml.ParseAsync(html, cancellationToken);
        return Extract(document, url, now, TimeSpan.Zero);
    }

    internal static ExtractedPage Extract(IHtmlDocument document, Uri url, DateTimeOffset now, TimeSpan offset)
    {
        var blocks = MainText.Find(BlockReader.Read(document), PageFacts.Read(document));
        var text = string.Join('\n', blocks.Select(b => b.Text));
        var metadata = new PageMetadata(document);
        return new()
        {
            Text = PinyinNotes.Strip(text),
            IsLinkList = LinkList.Is(blocks),
            Title = metadata.Title(),
            Author = metadata.Author(),
            Date = metadata.Date(url, now, offset),
            Language = PageLanguage.Of(document, text),
            Images = PageImages.Bounded(PageImages.Stated(document, url).Concat(blocks.Count > 0 && PageIndex.Of(document).ByName("img").Count > 0 && Around(blocks).Element is { } place ? PageImages.In(place, PageLinks.BaseOf(document, url)) : [])),
        };
    }

    // The nearest element that holds the greater part of the main text: what stands there is the author's own
    private static BlockContainer Around(IReadOnlyList<PageBlock> blocks)
    {
        var most = blocks.Sum(b => b.Words) * 0.6;
        var within = new Dictionary<BlockContainer, int>();
        foreach (var block in blocks)
        {
            for (var holder = block.Container; holder is not null; holder = holder.Parent)
            {
                within[holder] = within.GetValueOrDefault(holder) + block.Words;
            }
        }

        var at = blocks.MaxBy(b => b.Words)!.Container;
        while (at.Parent is not null && within[at] < most)
        {
            at = at.Parent;
        }

        // A paragraph of its own has its pictures beside it
        return at.Tag is "p" or "pre" or "td" && at.Parent is { } outer ? outer : at;
    }
}
