namespace Fraud.Collect.Extracting;

/// <summary>A run of text between two block borders, such as a paragraph, a heading or a menu entry.</summary>
internal sealed class PageBlock
{
    // Asked for by many features of the block and of its neighbours
    private int _sentences = -1;
    private int _commas = -1;

    public required string Text { get; init; }

    /// <summary>Nearest block element around it.</summary>
    public required BlockContainer Container { get; init; }

    /// <summary>Position on the page.</summary>
    public required int Index { get; init; }

    /// <summary>Words; for Chinese, Japanese and Korean a character counts as two thirds of one.</summary>
    public required int Words { get; init; }

    /// <summary>Words in links.</summary>
    public required int LinkWords { get; init; }

    /// <summary>Links.</summary>
    public required int Links { get; init; }

    /// <summary>Words in bold, italic or the like.</summary>
    public int StressedWords { get; init; }

    /// <summary>Marks that end a sentence.</summary>
    public int Sentences => _sentences >= 0 ? _sentences : _sentences = BlockWords.Sentences(Text);

    /// <summary>Commas of any script.</summary>
    public int Commas => _commas >= 0 ? _commas : _commas = BlockWords.Commas(Text);

    public string Tag => Container.Tag;

    public double LinkDensity => Words == 0 ? 0 : (double)LinkWords / Words;
}
