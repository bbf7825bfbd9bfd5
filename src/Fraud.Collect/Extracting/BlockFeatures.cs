using System.Numerics;
using System.Text.RegularExpressions;

namespace Fraud.Collect.Extracting;

/// <summary>Turns each block into the numbers the model reads. Order and meaning are part of the model: change one, train anew.</summary>
internal sealed partial class BlockFeatures
{
    private static readonly Hint[] Hints = Enum.GetValues<Hint>().Where(h => h != Hint.None).ToArray();
    private static readonly Inside[] Kinds = Enum.GetValues<Inside>().Where(k => k != Inside.None).ToArray();

    // One of these stands in every match of the expression of the same name
    private static readonly WordLook CopyrightWords = new(["(c)", "copyright", "all rights reserved"], ["©", "版权所有", "ICP备"]);
    private static readonly WordLook BoilerplateWords = new(
        [
            "share", "sign", "subscribe", "newsletter", "follow us", "log", "register", "cookie", "privacy", "terms of", "advertis", "sponsored", "related", "recommended", "read", "continue", "click", "more from", "you may",
            "most", "trending", "comment", "reply", "print", "email", "tweet", "facebook", "twitter", "instagram", "whatsapp", "download", "skip", "back to", "load more", "view all", "see all", "next", "previous",
            "all rights", "disclaimer", "donate", "support us", "add to", "buy now", "filed", "tag", "posted", "categories", "about the",
        ],
        ["分享", "收藏", "登录", "注册", "广告", "相关", "推荐", "上一篇", "下一篇", "责任编辑", "版权", "评论", "点赞", "关注我们", "扫码", "扫一扫", "返回顶部"]);

    private readonly PageBlocks _page;
    private readonly PageFacts _facts;
    private readonly BlockContainer? _best;
    private readonly int _firstHeading;
    private readonly int _words;
    private readonly int[] _wordsBefore;
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);

    public BlockFeatures(PageBlocks page, PageFacts facts)
    {
        (_page, _facts) = (page, facts);
        _best = CandidateScores.Best(page);
        _firstHeading = page.Blocks.FirstOrDefault(b => b.Tag == "h1")?.Index ?? -1;
        _wordsBefore = new int[page.Blocks.Count];
        foreach (var block in page.Blocks)
        {
            _wordsBefore[block.Index] = _words;
            _words += block.Words;
            _copies[block.Text] = _copies.GetValueOrDefault(block.Text) + 1;
        }
    }

    /// <summary>Names in order, for the model's card.</summary>
    public static IReadOnlyList<string> Names { get; } = NamesOf();

    public static int Count => Names.Count;

    /// <summary>The likeliest place of the main text; null when the page has no prose.</summary>
    public BlockContainer? Best => _best;

    /// <summary>Features of every block, a row each.</summary>
    public float[][] Compute()
    {
        var rows = new float[_page.Blocks.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = new FeatureRow(new float[Count]);
            Write(_page.Blocks[i], ref row);
            rows[i] = row.Values;
        }

        return rows;
    }

    private static string[] NamesOf()
    {
        var names = new List<string>();
        var page = new PageBlocks([], []);
        var root = new BlockContainer { Tag = "p" };
        var block = new PageBlock { Text = "x", Container = root, Index = 0, Words = 1, LinkWords = 0, Links = 0 };
        var row = new FeatureRow(names);
        new BlockFeatures(page with { Blocks = [block], Containers = [root] }, new()).Write(block, ref row);
        return [.. names];
    }

    private void Write(PageBlock block, ref FeatureRow row)
    {
        WriteText(block, ref row);
        WritePlace(block, ref row);
        WriteContainers(block, ref row);
        foreach (var offset in (ReadOnlySpan<int>)[-3, -2, -1, 1, 2, 3])
        {
            WriteNeighbour(block, offset, ref row);
        }

        WritePage(ref row);
    }

    private void WriteText(PageBlock block, ref FeatureRow row)
    {
        var text = block.Text;
        var (letters, digits, upper, pipes) = Tally(text);
        row.Add("words", MathF.Log(1 + block.Words));
        row.Add("link density", (float)block.LinkDensity);
        row.Add("links", Math.Min(block.Links, 20));
        row.Add("stressed", block.Words == 0 ? 0 : (float)block.StressedWords / block.Words);
        row.Add("sentences", Math.Min(block.Sentences, 20));
        row.Add("commas", Math.Min(block.Commas, 20));
        row.Add("word length", block.Words == 0 ? 0 : Math.Min((float)text.Length / block.Words, 20));
        row.Add("digits", (float)digits / text.Length);
        row.Add("upper", letters == 0 ? 0 : (float)upper / letters);
        row.Add("ends sentence", text[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '"' or '”' or '…' ? 1 : text[^1] is ':' or '：' ? 0.5f : 0);
        row.Add("starts lower", char.IsLower(text[0]) ? 1 : 0);
        row.Add("wide", BlockWords.IsWide(text[text.Length / 2]) ? 1 : 0);
        row.Add("lines", Math.Min(text.AsSpan().Count('\n'), 10));
        row.Add("boilerplate", CountBoilerplate(text));
        row.Add("copyright", CopyrightWords.MayBeIn(text) && Copyright().IsMatch(text) ? 1 : 0);
        row.Add("date", text.Length < 120 && digits > 0 && Date().IsMatch(text) ? 1 : 0);
        row.Add("by", text.Length < 120 && By().IsMatch(text) ? 1 : 0);
        row.Add("credit", text.Length < 200 && Credit().IsMatch(text) ? 1 : 0);
        row.Add("price", text.Length < 120 && digits > 0 && Price().IsMatch(text) ? 1 : 0);
        row.Add("pipes", pipes);
        row.Add("copies", Math.Min(_copies.GetValueOrDefault(text), 5));
        row.Add("is title", _facts.IsTitle(text) ? 1 : 0);
        row.Add("in body data", _facts.InBody(text));
        row.Add("is description", _facts.IsDescription(text) ? 1 : 0);
    }

    private static (int Letters, int Digits, int Upper, int Pipes) Tally(ReadOnlySpan<char> text)
    {
        var (letters, digits, upper, pipes) = (0, 0, 0, 0);
        while (!text.IsEmpty)
        {
            if (AsciiChunk.TryRead(text, out var chunk))
            {
                letters += BitOperations.PopCount(chunk.Letters);
                digits += BitOperations.PopCount(chunk.Digits);
                upper += BitOperations.PopCount(chunk.Upper);
                pipes += BitOperations.PopCount(chunk.Are('|', '/'));
                text = text[AsciiChunk.Size..];
                continue;
            }

            foreach (var c in text[..Math.Min(text.Length, AsciiChunk.Size)])
            {
                letters += char.IsLetter(c) ? 1 : 0;
                digits += char.IsDigit(c) ? 1 : 0;
                upper += char.IsUpper(c) ? 1 : 0;
                pipes += c is '|' or '/' or '»' or '›' or '•' ? 1 : 0;
            }

            text = text[Math.Min(text.Length, AsciiChunk.Size)..];
        }

        return (letters, digits, upper, pipes);
    }

    // The expression costs a hundred times what the look for its words does, and most blocks have none
    private static int CountBoilerplate(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 400));
        return BoilerplateWords.MayBeIn(head) ? Boilerplate().Count(head) : 0;
    }

    private void WritePlace(PageBlock block, ref FeatureRow row)
    {
        row.Add("tag", TagCode(block.Tag));
        row.Add("position", _words == 0 ? 0 : (float)_wordsBefore[block.Index] / _words);
        row.Add("index", MathF.Log(1 + block.Index));
        row.Add("from heading", _firstHeading < 0 ? -100 : Math.Clamp(block.Index - _firstHeading, -50, 200));
        row.Add("depth", Math.Min(block.Container.Depth, 40));
        foreach (var kind in Kinds)
        {
            row.Add($"in {kind}", (block.Container.Inside & kind) != 0 ? 1 : 0);
        }

        foreach (var hint in Hints)
        {
            // 2 close by, 1 further out
            row.Add($"hint {hint}", (block.Container.Near & hint) != 0 ? 2 : (block.Container.Around & hint) != 0 ? 1 : 0);
        }
    }

    private void WriteContainers(PageBlock block, ref FeatureRow row)
    {
        var at = block.Container;
        for (var level = 1; level <= 4; level++)
        {
            at = at?.Parent ?? at;
            row.Add($"up{level} words", MathF.Log(1 + (at?.Words ?? 0)));
            row.Add($"up{level} share", _words == 0 ? 0 : (float)(at?.Words ?? 0) / _words);
            row.Add($"up{level} link density", (float)(at?.LinkDensity ?? 0));
            row.Add($"up{level} prose", at is null || at.Words == 0 ? 0 : (float)at.ProseWords / at.Words);
            row.Add($"up{level} paragraphs", Math.Min(at?.Paragraphs ?? 0, 30));
            row.Add($"up{level} blocks", MathF.Log(1 + (at?.Blocks ?? 0)));
            row.Add($"up{level} tag", at is null ? 0 : TagCode(at.Tag));
        }

        row.Add("in best", _best is not null && block.Container.IsWithin(_best) ? 1 : 0);
        row.Add("best distance", _best is null ? -1 : Distance(block.Container, _best));
        row.Add("best share", _best is null || _words == 0 ? 0 : (float)_best.Words / _words);
        row.Add("best prose", _best is null || _best.Words == 0 ? 0 : (float)_best.ProseWords / _best.Words);
        row.Add("best link density", (float)(_best?.LinkDensity ?? 0));
        row.Add("from best", _best is null ? 0 : Math.Clamp(block.Index - _best.FirstBlock, -50, 200));
        row.Add("best end", _best is null ? 0 : Math.Clamp(_best.FirstBlock + _best.Blocks - block.Index, -100, 100));
        row.Add("best heading", _best is null || _firstHeading < 0 ? 0 : Math.Clamp(_best.FirstBlock - _firstHeading, -50, 50));
    }

    // Steps up from the block to the first element that also holds the best container
    private static int Distance(BlockContainer from, BlockContainer best)
    {
        var steps = 0;
        for (var at = from; at is not null; at = at.Parent, steps++)
        {
            if (best.IsWithin(at))
            {
                return Math.Min(steps, 15);
            }
        }

        return 15;
    }

    private void WriteNeighbour(PageBlock block, int offset, ref FeatureRow row)
    {
        var index = block.Index + offset;
        var other = index >= 0 && index < _page.Blocks.Count ? _page.Blocks[index] : null;
        row.Add($"n{offset} words", MathF.Log(1 + (other?.Words ?? 0)));
        row.Add($"n{offset} link density", (float)(other?.LinkDensity ?? 1));
        if (Math.Abs(offset) == 1)
        {
            row.Add($"n{offset} tag", other is null ? 0 : TagCode(other.Tag));
            row.Add($"n{offset} same parent", other is not null && other.Container.Parent == block.Container.Parent ? 1 : 0);
            row.Add($"n{offset} sentences", other is null ? 0 : Math.Min(other.Sentences, 10));
        }
    }

    private void WritePage(ref FeatureRow row)
    {
        var body = _page.Containers.Count > 0 ? _page.Containers[0] : null;
        row.Add("page words", MathF.Log(1 + _words));
        row.Add("page blocks", MathF.Log(1 + _page.Blocks.Count));
        row.Add("page link density", (float)(body?.LinkDensity ?? 0));
        row.Add("page prose", _words == 0 ? 0 : (float)(body?.ProseWords ?? 0) / _words);
        row.Add("page articles", Math.Min(_facts.Articles, 20));
        row.Add("page kind", _facts.Kind);
        row.Add("page body data", _facts.HasBody ? 1 : 0);
    }

    private static float TagCode(string tag) => tag switch
    {
        "p" => 1,
        "h1" => 2,
        "h2" => 3,
        "h3" => 4,
        "h4" or "h5" or "h6" => 5,
        "li" => 6,
        "blockquote" => 7,
        "pre" => 8,
        "td" or "th" => 9,
        "dd" or "dt" => 10,
        "figcaption" => 11,
        "div" => 12,
        "section" => 13,
        "article" => 14,
        "main" => 15,
        "span" or "font" => 16,
        "a" => 17,
        "button" or "label" or "summary" => 18,
        "ul" or "ol" or "dl" => 19,
        "header" or "footer" or "nav" or "aside" => 20,
        "figure" => 21,
        "table" or "tr" or "tbody" => 22,
        "body" => 23,
        _ => 0,
    };

    // Matched against short pieces only, or without unbounded repetition: generated code, where NonBacktracking would build tables of megabytes at every start
    [GeneratedRegex(@"\b(?:share|sign up|subscribe|newsletter|follow us|log ?in|sign in|register|cookies?|privacy policy|terms of (?:use|service)|advertis\w+|sponsored|related|recommended|read more|read next|continue reading|click here|more from|you may also|most (?:read|popular)|trending|comments?|leave a reply|reply|print|email|tweet|facebook|twitter|instagram|whatsapp|download our app|skip to|back to top|load more|view all|see all|next|previous|all rights reserved|disclaimer|donate|support us|add to cart|buy now|filed under|tags?|posted in|categories|about the author)\b|分享|收藏|登录|注册|广告|相关阅读|相关推荐|推荐阅读|上一篇|下一篇|责任编辑|版权|评论|点赞|关注我们|扫码|扫一扫|返回顶部", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Boilerplate();

    [GeneratedRegex(@"©|\(c\) ?(?:19|20)[0-9]{2}|copyright|all rights reserved|版权所有|ICP备", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9]{1,2}|[0-9]{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) (?:ago|read)|[0-9]{1,2}:[0-9]{2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:by|written by|posted by|author|reporting by|作者|记者|来源|文/|编辑)[ :：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"\b(?:photo(?:graph)?(?: by|:| credit)|image(?: by|:| credit| source)|getty images|shutterstock|reuters/|ap photo|courtesy of|file photo|picture:|credit:|source:)|图片来源|图源|资料图", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    [GeneratedRegex(@"[$€£¥￥] ?[0-9]|[0-9] ?(?:元|USD|EUR|GBP|CNY)", RegexOptions.CultureInvariant)]
    private static partial Regex Price();
}
