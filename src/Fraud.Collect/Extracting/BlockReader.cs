using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fraud.Collect.Html;

namespace Fraud.Collect.Extracting;

/// <summary>Cuts a document into blocks. The document itself stays as it is.</summary>
internal sealed class BlockReader
{
    private const int MaxBlocks = 20_000;

    private static readonly FrozenSet<string> Skipped = Set("script style noscript template head svg math iframe object embed applet select textarea audio video canvas map datalist input option img link meta source track");
    private static readonly FrozenSet<string> Stressed = Set("b strong em i u mark h1 h2 h3 h4 h5 h6");

    private readonly List<PageBlock> _blocks = [];
    private readonly List<BlockContainer> _containers = [];
    private readonly StringBuilder _text = new();
    private int _linkStart = -1;
    private int _linkLength;
    private int _links;
    private int _stressedLength;
    private bool _stressed;
    private bool _preformatted;

    public static PageBlocks Read(IHtmlDocument document)
    {
        var reader = new BlockReader();
        if (document.Body is { } body)
        {
            var root = reader.Open(body, null);
            reader.Walk(body, root);
            reader.Close(root);
            Sum(reader._blocks);
        }

        return new(reader._blocks, reader._containers);
    }

    private void Walk(INode parent, BlockContainer container)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText words)
            {
                Add(words.Data);
            }
            else if (child is IElement element && !Skipped.Contains(element.LocalName) && _blocks.Count < MaxBlocks)
            {
                Enter(element, container);
            }
        }
    }

    private void Enter(IElement element, BlockContainer container)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            // Two in a row end a paragraph
            if (_text.Length > 0 && _text[^1] == '\n')
            {
                Close(container);
            }
            else
            {
                _text.Append('\n');
            }
        }
        else if (HtmlText.IsBlock(element) || name is "td" or "th" or "button" or "label" or "summary" or "dd" or "dt" || IsBlockLike(element))
        {
            Close(container);
            var inner = Open(element, container);
            var before = _preformatted;
            _preformatted |= name == "pre";
            Walk(element, inner);
            Close(inner);
            _preformatted = before;
        }
        else if (name == "a" && element.HasAttribute("href") && _linkStart < 0)
        {
            _linkStart = _text.Length;
            Walk(element, container);
            _linkLength += _linkStart >= 0 ? Math.Max(0, _text.Length - _linkStart) : 0;
            _linkStart = -1;
            _links++;
        }
        else
        {
            Stress(element, container, Stressed.Contains(name));
        }
    }

    private void Stress(IElement element, BlockContainer container, bool stressed)
    {
        var outer = _stressed;
        var start = _text.Length;
        _stressed |= stressed;
        Walk(element, container);
        _stressedLength += stressed && !outer ? Math.Max(0, _text.Length - start) : 0;
        _stressed = outer;
    }

    // A link or span around block elements, as cards are built
    private static bool IsBlockLike(IElement element) => element.LocalName is "a" or "span" or "font" or "ins" or "del" && element.ChildNodes.Any(c => c is IElement child && HtmlText.IsBlock(child));

    private void Add(string words)
    {
        if (_preformatted)
        {
            _text.Append(words);
            return;
        }

        var rest = words.AsSpan();
        for (var at = rest.IndexOfAny("\n\r\t\f"); at >= 0; at = rest.IndexOfAny("\n\r\t\f"))
        {
            _text.Append(rest[..at]).Append(' ');
            rest = rest[(at + 1)..];
        }

        _text.Append(rest);
    }

    private BlockContainer Open(IElement element, BlockContainer? parent)
    {
        var own = HintWords.Of(element);
        var container = new BlockContainer
        {
            Tag = element.LocalName,
            Element = element,
            Parent = parent,
            Depth = parent is null ? 0 : parent.Depth + 1,
            Own = own,
            Around = own | (parent?.Around ?? Hint.None),
            Near = own | (parent?.Own ?? Hint.None) | (parent?.Parent?.Own ?? Hint.None),
            Inside = (parent?.Inside ?? Inside.None) | InsideOf(element),
        };
        _containers.Add(container);
        // A link around blocks: what it holds is link text
        if (element.LocalName == "a")
        {
            _links++;
            _linkStart = 0;
        }

        return container;
    }

    private static Inside InsideOf(IElement element)
    {
        var inside = element.LocalName switch
        {
            "article" => Inside.Article,
            "main" => Inside.Main,
            "header" => Inside.Header,
            "footer" => Inside.Footer,
            "nav" => Inside.Nav,
            "aside" => Inside.Aside,
            "form" or "fieldset" or "label" => Inside.Form,
            "table" => Inside.Table,
            "ul" or "ol" or "dl" or "menu" => Inside.List,
            "figure" or "figcaption" => Inside.Figure,
            "blockquote" => Inside.Quote,
            "button" => Inside.Button,
            "section" => Inside.Section,
            "details" => Inside.Details,
            _ => Inside.None,
        };
        if (element.Attributes.Length == 0)
        {
            return inside;
        }

        inside |= element.GetAttribute("role") switch
        {
            "main" => Inside.Main,
            "navigation" or "menu" or "menubar" => Inside.Nav,
            "complementary" => Inside.Aside,
            "banner" => Inside.Header,
            "contentinfo" => Inside.Footer,
            "article" => Inside.Article,
            "button" => Inside.Button,
            _ => Inside.None,
        };
        return element.GetAttribute("itemprop") is "articleBody" or "reviewBody" or "text" ? inside | Inside.ArticleBody : inside;
    }

    private void Close(BlockContainer container)
    {
        var open = _linkStart >= 0;
        if (open)
        {
            _linkLength += Math.Max(0, _text.Length - _linkStart);
        }

        var raw = _text.ToString();
        var text = _preformatted ? raw.ReplaceLineEndings("\n").Trim() : HtmlText.Tidy(raw);
        if (text.Length > 0)
        {
            var words = BlockWords.Count(text);
            _blocks.Add(new()
            {
                Text = text,
                Container = container,
                Index = _blocks.Count,
                Words = words,
                LinkWords = Share(words, _linkLength, raw.Length),
                Links = _links,
                StressedWords = Share(words, _stressedLength, raw.Length),
            });
        }

        _text.Clear();
        (_linkLength, _links, _stressedLength) = (0, 0, 0);
        _linkStart = open && container.Tag != "a" ? 0 : -1;
        _links = _linkStart >= 0 ? 1 : 0;
    }

    private static int Share(int words, int part, int whole) => whole == 0 ? 0 : (int)Math.Round(words * Math.Min(1.0, (double)part / whole));

    private static void Sum(List<PageBlock> blocks)
    {
        foreach (var block in blocks)
        {
            var prose = BlockWords.IsProse(block);
            var commas = block.Commas;
            for (var at = block.Container; at is not null; at = at.Parent)
            {
                at.Words += block.Words;
                at.LinkWords += block.LinkWords;
                at.Blocks++;
                at.Commas += commas;
                at.Paragraphs += prose ? 1 : 0;
                at.ProseWords += prose ? block.Words : 0;
                at.FirstBlock = at.FirstBlock < 0 ? block.Index : at.FirstBlock;
            }
        }
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
