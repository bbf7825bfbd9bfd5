namespace Fraud.Collect.Extracting;

/// <summary>Features of the second pass: what the first pass thought of a block, its neighbours and its containers.</summary>
internal static class SecondLook
{
    private static readonly int[] Offsets = [-4, -3, -2, -1, 1, 2, 3, 4];

    public static IReadOnlyList<string> Names { get; } =
    [
        .. BlockFeatures.Names, "p", .. Offsets.Select(o => $"p{o}"), "p before", "p after", "p page", "p up1", "p up2", "p up3", "p up4", "p tag siblings", "first content", "last content",
    ];

    public static float[][] Compute(PageBlocks page, float[][] features, float[] first)
    {
        var below = SumBelow(page, first);
        var (before, after) = (Running(page, first, 1), Running(page, first, -1));
        var (start, end) = (Array.FindIndex(first, p => p > 0.5f), Array.FindLastIndex(first, p => p > 0.5f));
        var whole = below.Count > 0 && page.Containers.Count > 0 ? Mean(below, page.Containers[0]) : 0;
        var rows = new float[features.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = new float[Names.Count];
            features[i].CopyTo(row, 0);
            var at = features[i].Length;
            row[at++] = first[i];
            foreach (var offset in Offsets)
            {
                row[at++] = i + offset >= 0 && i + offset < first.Length ? first[i + offset] : 0;
            }

            (row[at++], row[at++], row[at++]) = (before[i], after[i], whole);
            var container = page.Blocks[i].Container;
            for (var level = 1; level <= 4; level++)
            {
                container = container.Parent ?? container;
                row[at++] = Mean(below, container);
            }

            row[at++] = Siblings(page, first, i);
            row[at++] = start < 0 ? -100 : Math.Clamp(i - start, -100, 100);
            row[at] = end < 0 ? -100 : Math.Clamp(end - i, -100, 100);
            rows[i] = row;
        }

        return rows;
    }

    // Words thought content, and words, below each container
    private static Dictionary<BlockContainer, (double Content, double Words)> SumBelow(PageBlocks page, float[] first)
    {
        var sums = new Dictionary<BlockContainer, (double, double)>();
        foreach (var block in page.Blocks)
        {
            var words = block.Words + 1;
            for (var at = block.Container; at is not null; at = at.Parent)
            {
                var (content, all) = sums.GetValueOrDefault(at);
                sums[at] = (content + (words * first[block.Index]), all + words);
            }
        }

        return sums;
    }

    private static float Mean(Dictionary<BlockContainer, (double Content, double Words)> sums, BlockContainer container) =>
        sums.TryGetValue(container, out var sum) ? (float)(sum.Content / sum.Words) : 0;

    // A fading mean of what came before (or after), by words
    private static float[] Running(PageBlocks page, float[] first, int step)
    {
        var means = new float[first.Length];
        var (sum, weight) = (0f, 0.001f);
        for (var i = step > 0 ? 0 : first.Length - 1; i >= 0 && i < first.Length; i += step)
        {
            means[i] = sum / weight;
            var words = MathF.Min(page.Blocks[i].Words + 1, 60);
            (sum, weight) = ((sum * 0.8f) + (words * first[i]), (weight * 0.8f) + words);
        }

        return means;
    }

    // What was thought of the blocks of the same kind within the same grandparent, up to ten to each side
    private static float Siblings(PageBlocks page, float[] first, int index)
    {
        var block = page.Blocks[index];
        var (sum, count) = (0f, 0);
        for (var i = Math.Max(0, index - 10); i < Math.Min(first.Length, index + 11); i++)
        {
            var other = page.Blocks[i];
            if (i != index && other.Tag == block.Tag && other.Container.Parent?.Parent == block.Container.Parent?.Parent)
            {
                sum += first[i];
                count++;
            }
        }

        return count == 0 ? -1 : sum / count;
    }
}
