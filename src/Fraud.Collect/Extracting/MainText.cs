using System.Text.RegularExpressions;

namespace Fraud.Collect.Extracting;

/// <summary>Picks the blocks that make up the main text. Title, author and date have places of their own and are not part of it.</summary>
internal static partial class MainText
{
    // An article is one run of prose, of which less may be doubtful than of a thread, a product page or a list
    private const float ArticleThreshold = 0.6f;
    private const float Threshold = 0.35f;
    private const float LowThreshold = 0.15f;
    private const double LeastShare = 0.35;
    private const int EnoughWords = 12;
    private const int HeadWords = 40;
    private const int SameWords = 6;
    private const int ParagraphWords = 30;
    private const int SentenceWords = 20;
    private const int ShortWords = 5;

    public static IReadOnlyList<PageBlock> Find(PageBlocks page, PageFacts facts)
    {
        var features = new BlockFeatures(page, facts);
        var chances = BlockModel.Default.Probabilities(features.Compute());
        List<PageBlock> Above(float threshold) => [.. page.Blocks.Where(b => chances[b.Index] >= threshold)];
        var sure = Above(facts.IsArticle ? ArticleThreshold : Threshold);
        // Prose where the main text must be, of which next to nothing is thought of as such: the page is of an unknown kind
        sure = features.Best is { } best && sure.Sum(b => b.Words) < best.ProseWords * LeastShare ? Above(LowThreshold) : sure;
        var kept = Tidy(sure, facts, features.Best);
        kept = facts.IsArticle ? Trim(kept) : kept;
        return kept.Sum(b => b.Words) >= EnoughWords ? kept : Plain(page, features.Best, sure);
    }

    private static List<PageBlock> Tidy(List<PageBlock> blocks, PageFacts facts, BlockContainer? best)
    {
        var kept = new List<PageBlock>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            var inHead = kept.Count < 5 && kept.Sum(b => b.Words) < HeadWords;
            // The same words again are a pull quote, a mobile copy or a second rendering
            var again = block.Words >= SameWords && !seen.Add(block.Text);
            if (!again && !facts.IsTitle(block.Text) && !(inHead && IsByline(block)) && !(facts.IsArticle && best is not null && IsAside(block, best)))
            {
                kept.Add(block);
            }
        }

        return kept;
    }

    // An article begins and ends with a sentence; before and after stand rubrics, tags and invitations
    private static List<PageBlock> Trim(List<PageBlock> blocks)
    {
        var first = blocks.FindIndex(IsSentence);
        var last = blocks.FindLastIndex(IsSentence);
        return first < 0 ? blocks : blocks.GetRange(first, last - first + 1);
    }

    private static bool IsSentence(PageBlock block) => block.LinkDensity < 0.8 && (block.Words >= SentenceWords || block.Sentences > 0) && block.Words >= ShortWords;

    // Captions and readers' comments; what is around the place of the main text as well says nothing
    private static bool IsAside(PageBlock block, BlockContainer best)
    {
        for (var at = block.Container; at is not null && !best.IsWithin(at); at = at.Parent)
        {
            if (at.Tag is "figure" or "figcaption" || (at.Own & Hint.Comment) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsByline(PageBlock block) => block.Words < 25 && Byline().IsMatch(block.Text) && block.Sentences < 2;

    // Too little was sure: a page with hardly any text is read whole, but for its links and frame; any other by its longest paragraph and what stands beside it
    private static List<PageBlock> Plain(PageBlocks page, BlockContainer? best, List<PageBlock> kept)
    {
        const Inside Outside = Inside.Nav | Inside.Footer | Inside.Header | Inside.Aside | Inside.Form | Inside.Button;
        var plain = page.Blocks.Where(b => b.LinkDensity < 0.5 && (b.Container.Inside & Outside) == 0).ToList();
        var whole = page.Blocks.Sum(b => b.LinkWords) * 2 < page.Blocks.Sum(b => b.Words);
        var longest = plain.Where(b => b.Words >= ParagraphWords && b.LinkDensity < 0.2 && b.Sentences > 0).MaxBy(b => b.Words);
        List<PageBlock> found = whole ? [.. plain.Where(b => best is null || b.Container.IsWithin(best))]
            : longest is null ? []
            : [.. plain.Where(b => b.Container == longest.Container || b.Container.Parent == longest.Container.Parent)];
        return found.Sum(b => b.Words) > kept.Sum(b => b.Words) ? found : kept;
    }

    // Anchored, and at most forty beginnings of a date: no text makes it slow
    [GeneratedRegex(@"^(?:by|von|par|por|di|written by|posted (?:by|on)|published|updated|last (?:updated|modified)|author|reporting by|作者|记者|来源|编辑)\b.{0,120}$|^.{0,40}(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9]{1,2}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{2}|\b[0-9]{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:19|20)[0-9]{2}|\b(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}|\b[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)[0-9]{2}).{0,40}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Byline();
}
