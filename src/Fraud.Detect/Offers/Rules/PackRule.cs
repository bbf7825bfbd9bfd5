namespace Fraud.Offers;

/// <summary>Tokens for money: 1亿 token 99元, $5 per 1M, 每百万 0.8 元; and what only looks like it.</summary>
internal static class PackRule
{
    private const int PriceReach = 60;
    private const int SideReach = 20;

    public static void Read(in OfferPage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (IsQuantity(page, i) && !page.HasWord(i, 1, OfferWord.Context))
            {
                Read(page, i);
            }
        }
    }

    private static bool IsQuantity(in OfferPage page, int i)
    {
        ref var element = ref page[i];
        if (element.Kind == ElementKind.Tokens)
        {
            return element.Value > 0;
        }

        // 现在一个亿才 900, 词元包 9块9 一千万: the noun stands elsewhere in the post
        var isLarge = element.Kind == ElementKind.Number && element.Value >= 1e6 && element.Has(ElementTraits.Magnitude) && !element.Has(ElementTraits.Used);
        var isPriced = (page.Is(i + 1, OfferWord.PriceCue) && page.Touch(i, i + 1, 0) && page.Is(i + 2, ElementKind.Number))
            || (page.Is(i - 1, ElementKind.Money) && page.Touch(i - 1, i, 0)) || (page.Is(i + 1, ElementKind.Money) && page.Touch(i, i + 1, 0));
        return isLarge && isPriced && Mentions(page);
    }

    private static bool Mentions(in OfferPage page)
    {
        foreach (ref var element in page.Elements[..Math.Min(page.Count, 128)])
        {
            if (element.Is(OfferWord.Token) || element.Kind is ElementKind.Tokens)
            {
                return true;
            }
        }

        return false;
    }

    private static void Read(in OfferPage page, int i)
    {
        var isBase = page[i].Has(ElementTraits.Base);
        if (!isBase && page.HasWord(i, 1, OfferWord.Statistic))
        {
            return;
        }

        var price = page.Nearest(i, i, PriceReach, static (in OfferPage p, int j) => p.IsPrice(j));
        if (!isBase && ReadUse(page, i, price))
        {
            return;
        }

        if (price < 0)
        {
            return;
        }

        if (Between(page, i, price, OfferWord.Worth) || (page.Is(price - 1, OfferWord.Worth) && page.Touch(price - 1, price)))
        {
            page[price].Traits |= ElementTraits.Used;
            page.Add(new OfferDraft("value_claim", page[i].Start, page[i].End) { Tokens = page[i].Value, Price = page[price].Value, Currency = page[price].Name ?? "" }.Cover(page[price]));
            return;
        }

        Offer(page, i, price, isBase);
    }

    private static void Offer(in OfferPage page, int i, int price, bool isBase)
    {
        var tokens = page[i].Value;
        var isRate = isBase || tokens <= 1e4 || tokens == 1e6;
        var draft = new OfferDraft(isRate ? "rate" : "pack", page[i].Start, page[i].End) { Tokens = isRate ? 1e6 : tokens, Side = Side(page, price) };
        page.TakePrice(draft, price);
        if (isRate)
        {
            draft.Price = Math.Round(draft.Price!.Value * 1e6 / tokens, 12);
        }

        draft.LowerBound = DiscountRule.IsBestCase(page, price);
        ModelFinder.Name(page, page.Add(draft), Math.Min(i, price), Math.Max(i, price));
        if (isRate)
        {
            OtherSide(page, draft, i, price);
        }
    }

    // 每百万输入 3 元，输出 12 元, and $5/$25 per 1M: two rates of one base
    private static void OtherSide(in OfferPage page, OfferDraft first, int tokens, int price)
    {
        var scale = first.Price!.Value / page[price].Value;
        if (page.Is(price - 1, OfferWord.Per) && page.Is(price - 2, ElementKind.Money) && page.Touch(price - 2, price - 1, 0) && !page[price - 2].Has(ElementTraits.Used))
        {
            first.Side = "output";
            Twin(page, first, price - 2, "input", scale);
            return;
        }

        for (var i = Math.Max(tokens, price) + 1; i + 1 < Math.Min(page.Count, Math.Max(tokens, price) + 5); i++)
        {
            var side = page[i].Is(OfferWord.Output) ? "output" : page[i].Is(OfferWord.Input) ? "input" : "";
            var at = page.Is(i + 1, OfferWord.Price) || page.Is(i + 1, OfferWord.Link) ? i + 2 : i + 1;
            if (side.Length > 0 && side != first.Side && page.Is(at, ElementKind.Money) && page.Touch(at - 1, at) && !page[at].Has(ElementTraits.Used) && !page.Is(at + 1, OfferWord.Per))
            {
                first.Side = first.Side == "unspecified" ? (side == "output" ? "input" : "output") : first.Side;
                Twin(page, first, at, side, scale);
                return;
            }
        }
    }

    private static void Twin(in OfferPage page, OfferDraft first, int price, string side, double scale)
    {
        var twin = new OfferDraft("rate", page[price].Start, page[price].End) { Tokens = first.Tokens, Side = side, Model = first.Model, Row = first.Row, Programme = first.Programme };
        page.TakePrice(twin, price);
        twin.Price *= scale;
        page.Add(twin);
    }

    // 烧了 20 万 token 花了 $38, 15 秒视频约 30 万 tokens: what was used, not what is for sale
    private static bool ReadUse(in OfferPage page, int i, int price)
    {
        var isUsed = page.HasWord(i, 2, OfferWord.Usage);
        var isWork = page.Within(i, 2, static (in OfferPage p, int j) => p[j].Kind == ElementKind.Work || p[j].Is(OfferWord.Work)) >= 0;
        if (!(isUsed && (isWork || price >= 0)) && !(price < 0 && isWork && page.HasWord(i, 1, OfferWord.About)))
        {
            return false;
        }

        page.Add(new("usage", page[i].Start, page[i].End) { Tokens = page[i].Value });
        if (price >= 0)
        {
            page[price].Traits |= ElementTraits.Used;
        }

        return true;
    }

    private static bool Between(in OfferPage page, int first, int second, OfferWord word)
    {
        for (var i = Math.Min(first, second) + 1; i < Math.Max(first, second); i++)
        {
            if (page[i].Is(word))
            {
                return true;
            }
        }

        return false;
    }

    // The word before the price in its clause; behind it only when none stands before
    private static string Side(in OfferPage page, int price)
    {
        for (var step = -1; step <= 1; step += 2)
        {
            for (var i = price + step; i >= 0 && i < page.Count && page[i].Kind != ElementKind.Break && Math.Abs(page[i].Start - page[price].Start) <= SideReach; i += step)
            {
                var side = SideOf(page[i]);
                if (side.Length > 0)
                {
                    return side;
                }
            }
        }

        return "unspecified";
    }

    private static string SideOf(in OfferElement element) => element switch
    {
        { Kind: ElementKind.Word, Word: OfferWord.Input } => "input",
        { Kind: ElementKind.Word, Word: OfferWord.Output } => "output",
        { Kind: ElementKind.Word, Word: OfferWord.Cached } or { Kind: ElementKind.Word, Word: OfferWord.Programme, Name: "cache_read" } => "cache",
        _ => "",
    };
}
