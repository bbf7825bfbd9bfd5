using AngleSharp.Dom;

namespace Fraud.Collect.Extracting;

/// <summary>An element that holds blocks, with what is below it summed up.</summary>
internal sealed class BlockContainer
{
    public required string Tag { get; init; }

    /// <summary>Where it stands in the document; null of one that stands for nothing on the page.</summary>
    public IElement? Element { get; init; }

    public BlockContainer? Parent { get; init; }

    public int Depth { get; init; }

    /// <summary>Hints of the element itself.</summary>
    public Hint Own { get; init; }

    /// <summary>Hints of the element and everything around it.</summary>
    public Hint Around { get; init; }

    /// <summary>Hints of the element and the two around it.</summary>
    public Hint Near { get; init; }

    /// <summary>Kinds of elements around it, the element included.</summary>
    public Inside Inside { get; init; }

    /// <summary>Words below.</summary>
    public int Words { get; set; }

    /// <summary>Words below that are links.</summary>
    public int LinkWords { get; set; }

    /// <summary>Blocks below.</summary>
    public int Blocks { get; set; }

    /// <summary>Words below in paragraphs that read like sentences.</summary>
    public int ProseWords { get; set; }

    /// <summary>Paragraphs below that read like sentences.</summary>
    public int Paragraphs { get; set; }

    /// <summary>Commas below.</summary>
    public int Commas { get; set; }

    /// <summary>How much it looks like the place of the main text, by the paragraphs below it.</summary>
    public double Score { get; set; }

    /// <summary>Blocks before the first one below.</summary>
    public int FirstBlock { get; set; } = -1;

    public double LinkDensity => Words == 0 ? 0 : (double)LinkWords / Words;

    /// <summary>Whether this is the other or lies below it.</summary>
    public bool IsWithin(BlockContainer other)
    {
        var at = this;
        while (at is not null && at.Depth > other.Depth)
        {
            at = at.Parent;
        }

        return at == other;
    }
}
