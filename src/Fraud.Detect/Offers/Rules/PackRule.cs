namespace Fraud.Offers;

/// <summary>Tokens for money: 1亿 token 99元, $5 per 1M, 每百万 0.8 元; and what only looks like it.</summary>
internal static class PackRule
{
    private const int PriceReach = 60;
    private const int SideReach = 14;

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

        // 现在一个亿才 900: the noun stands elsewhere in the post
        return element.Kind == ElementKind.Number && element.Value >= 1e6 && element.Has(ElementTraits.Magnitude) && !element.Has(ElementTraits.Used)
            && page.Is(i + 1, OfferWord.PriceCue) && page.Touch(i, i + 1, 0) && page.Is(i + 2, ElementKind.Number) && Mentions(page);
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

        if (Between(page, i, price, OfferWord.Worth))
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
        var draft = new OfferDraft(isRate ? "rate" : "pack", page[i].Start, page[i].End) { Tokens = isRate ? 1e6 : tokens, Side = Side(page, Math.Min(i, price)) };
        page.TakePrice(draft, price);
        if (isRate)
        {
            draft.Price = Math.Round(draft.Price!.Value * 1e6 / tokens, 12);
        }

        draft.LowerBound = DiscountRule.IsBestCase(page, price);
        ModelFinder.Name(page, page.Add(draft), Math.Min(i, price), Math.Max(i, price));
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

    // The nearest word before the price; behind it only when nothing stands before
    private static string Side(in OfferPage page, int first)
    {
        var found = page.Nearest(first, first, SideReach, static (in OfferPage p, int j) =>
            p[j] is { Kind: ElementKind.Word, Word: OfferWord.Input or OfferWord.Output or OfferWord.Cached } || (p[j].Is(OfferWord.Programme) && p[j].Name == "cache_read"));
        return found < 0 || found > first ? "unspecified" : page[found].Word switch { OfferWord.Input => "input", OfferWord.Output => "output", _ => "cache" };
    }
}
