namespace Fraud.Collect.Extracting;

/// <summary>Scores containers by the prose below them, near prose counting more, and picks the likeliest place of the main text.</summary>
internal static class CandidateScores
{
    private const double HintWorth = 25;

    public static BlockContainer? Best(PageBlocks page)
    {
        foreach (var block in page.Blocks)
        {
            if (block.LinkDensity < 0.5 && block.Words >= 5)
            {
                Spread(block);
            }
        }

        BlockContainer? best = null;
        var bestScore = 0.0;
        foreach (var container in page.Containers)
        {
            var score = container.Score == 0 ? 0 : (container.Score + Worth(container)) * (1 - container.LinkDensity);
            container.Score = score;
            if (score > bestScore)
            {
                (best, bestScore) = (container, score);
            }
        }

        return best;
    }

    private static void Spread(PageBlock block)
    {
        var score = 1 + block.Commas + Math.Min(block.Words / 20.0, 3);
        score *= block.Words < 10 ? 0.3 : 1;
        var share = 1.0;
        for (var (at, level) = (block.Container.Parent, 0); at is not null && level < 5; at = at.Parent, level++)
        {
            at.Score += score * share;
            share = level == 0 ? 0.5 : share * level / (level + 1);
        }
    }

    private static double Worth(BlockContainer container)
    {
        var worth = 0.0;
        worth += (container.Own & Hint.Body) != 0 ? HintWorth * 2 : (container.Own & Hint.Content) != 0 ? HintWorth : 0;
        worth -= (container.Own & (Hint.Comment | Hint.Sidebar | Hint.Frame | Hint.Share | Hint.Related | Hint.Advertisement | Hint.Overlay)) != 0 ? HintWorth : 0;
        worth += container.Tag switch { "article" => HintWorth, "main" => HintWorth / 2, "section" or "div" => 5, "form" or "ul" or "ol" or "li" or "td" => -5, "aside" or "footer" or "nav" or "header" => -HintWorth, _ => 0 };
        worth += (container.Inside & Inside.ArticleBody) != 0 && (container.Parent is null || (container.Parent.Inside & Inside.ArticleBody) == 0) ? HintWorth * 2 : 0;
        return Math.Max(worth, -container.Score * 0.8);
    }
}
