namespace Fraud.Collect.Extracting;

/// <summary>Tells an index, whose entries are read on pages of their own, from a text that holds links.</summary>
internal static class LinkList
{
    private const int LeastEntries = 3;
    private const double LeastShare = 0.6;
    private const double EntryDensity = 0.4;
    private const int SentenceWords = 20;

    /// <summary>Whether most words stand in entries, each of them mostly a link. What reads like sentences is no entry, so a text put into links whole stays a text.</summary>
    public static bool Is(IReadOnlyList<PageBlock> blocks)
    {
        var entries = blocks.Where(IsEntry).ToList();
        return entries.Count >= LeastEntries && entries.Sum(b => b.Words) >= LeastShare * blocks.Sum(b => b.Words);
    }

    private static bool IsEntry(PageBlock block) =>
        block.Links > 0 && block.LinkDensity >= EntryDensity && (block.Words < SentenceWords || block.Sentences == 0);
}
