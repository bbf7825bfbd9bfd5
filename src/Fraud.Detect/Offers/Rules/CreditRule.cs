namespace Fraud.Offers;

/// <summary>Dollars of usage for money: 1元1刀, 100刀额度 99元, $2,500 credit asking $1,500, 充100得100刀.</summary>
internal static class CreditRule
{
    private const int PriceReach = 40;

    /// <summary>Two amounts side by side; read before anything else takes one of them.</summary>
    public static void ReadRatios(in OfferPage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].Kind == ElementKind.Currency)
            {
                ReadParity(page, i);
            }
            else if (IsDollar(page, i) && !Neighbour(page, i, -1))
            {
                Neighbour(page, i, 1);
            }
        }
    }

    /// <summary>An amount called credit, balance or account, and a price near it.</summary>
    public static void ReadStock(in OfferPage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (!IsDollar(page, i) || !IsStock(page, i))
            {
                continue;
            }

            page[i].Traits |= ElementTraits.Used;
            var price = page.Nearest(i, i, PriceReach, static (in OfferPage p, int j) => p.IsPrice(j));
            if (price < 0)
            {
                page[i].Traits &= ~ElementTraits.Used;
                continue;
            }

            var draft = new OfferDraft("credit", page[i].Start, page[i].End) { CreditUsd = page[i].Value * CountFor(page, price) };
            page.TakePrice(draft, price, isConvention: true);
            ModelFinder.Name(page, page.Add(draft), i, i);
        }
    }

    private static bool IsDollar(in OfferPage page, int i) => page[i] is { Kind: ElementKind.Money, Name: "USD" } && !page[i].Has(ElementTraits.Used) && page[i].Value > 0;

    private static bool IsStock(in OfferPage page, int i)
    {
        var after = i + 1 < page.Count && page.Touch(i, i + 1, 2)
            && (page[i + 1].Is(OfferWord.Credit) || (page[i + 1].Is(OfferWord.Account) && page.Touch(i, i + 1) && page.Source.Text[page[i].End - 1] > '\u007F'));
        // $100 OpenAI credits
        after |= page.Is(i + 1, ElementKind.Model) && page.Touch(i, i + 1, 0) && page.Is(i + 2, OfferWord.Credit) && page.Touch(i + 1, i + 2, 0);
        return after || (i > 0 && page[i - 1].Is(OfferWord.Credit) && page.Touch(i - 1, i, 2));
    }

    // 50块10个: the price is for all of them; 4.9元/个 is not
    private static double CountFor(in OfferPage page, int price)
    {
        if (page.Is(price + 1, ElementKind.Count) && page.Touch(price, price + 1, 0))
        {
            return Math.Max(1, page[price + 1].Value);
        }

        return page.Is(price - 1, ElementKind.Count) && page.Touch(price - 1, price, 0) && !page.Is(price + 1, OfferWord.Each) ? Math.Max(1, page[price - 1].Value) : 1;
    }

    private static bool Neighbour(in OfferPage page, int dollar, int step)
    {
        var (links, last, isLinked) = (0, dollar, false);
        for (var i = dollar + step; i >= 0 && i < page.Count && links <= 3; i += step)
        {
            if (page.Gap(Math.Min(i, last), Math.Max(i, last)) > 1)
            {
                return false;
            }

            if (page[i].Kind is ElementKind.Money or ElementKind.Number)
            {
                return IsPair(page, dollar, i, isLinked ? links : 0) && Take(page, dollar, i);
            }

            if (page[i] is not { Kind: ElementKind.Word, Word: OfferWord.Link or OfferWord.Per or OfferWord.PriceCue or OfferWord.Get or OfferWord.Charge or OfferWord.From })
            {
                return false;
            }

            isLinked |= page[i].Word is not (OfferWord.PriceCue or OfferWord.From);
            last = i;
            links++;
        }

        return false;
    }

    private static bool IsPair(in OfferPage page, int dollar, int other, int links)
    {
        ref var price = ref page[other];
        if (price.Value <= 0 || price.Has(ElementTraits.Used | ElementTraits.Bare | ElementTraits.Magnitude))
        {
            return false;
        }

        if (price.Kind == ElementKind.Number)
        {
            // 0.12换一刀, 充100得100刀, 0.5/刀
            return other < dollar && links > 0 && page.Touch(dollar - links - 1, dollar - links, 0) && !page.Is(other - 1, OfferWord.Multiplier);
        }

        // Two dollar amounts make a ratio only where the words say so: $0.12 per $1 of usage
        return price.Name != "USD" || (links > 0 && !IsSlash(page, dollar, other) && page.Within(dollar, 1, static (in OfferPage p, int j) => p[j].Is(OfferWord.Credit)) >= 0);
    }

    private static bool IsSlash(in OfferPage page, int dollar, int other) => page.Source.Text[page[Math.Min(dollar, other)].End..page[Math.Max(dollar, other)].Start].Contains('/');

    private static bool Take(in OfferPage page, int dollar, int other)
    {
        var (credit, price) = page[other].Kind == ElementKind.Money && page[other].Name == "USD" && page[other].Value > page[dollar].Value ? (other, dollar) : (dollar, other);
        var draft = new OfferDraft("credit", page[credit].Start, page[credit].End) { CreditUsd = page[credit].Value };
        page[credit].Traits |= ElementTraits.Used;
        page.TakePrice(draft, price, isConvention: true);
        if (page.Is(Math.Min(dollar, other) - 1, OfferWord.Charge))
        {
            draft.Cover(page[Math.Min(dollar, other) - 1]);
        }

        draft.LowerBound = DiscountRule.IsBestCase(page, price);
        ModelFinder.Name(page, page.Add(draft), credit, credit);
        return true;
    }

    // 人民币兑美元额度 1:1
    private static void ReadParity(in OfferPage page, int i)
    {
        if (!page.Is(i + 1, OfferWord.Link) || !page.Is(i + 2, ElementKind.Currency) || page[i].Name == "USD" || page[i + 2].Name != "USD")
        {
            return;
        }

        var at = page.Is(i + 3, OfferWord.Credit) ? i + 4 : i + 3;
        at += page.Is(at, OfferWord.Link) ? 1 : 0;
        if (page.Is(at, ElementKind.Number) && page.Is(at + 1, OfferWord.Link) && page.Is(at + 2, ElementKind.Number) && page[at].Value > 0 && page[at + 2].Value > 0)
        {
            var draft = new OfferDraft("credit", page[i].Start, page[at + 2].End) { Price = page[at].Value, Currency = page[i].Name!, CreditUsd = page[at + 2].Value };
            page[at].Traits |= ElementTraits.Used;
            ModelFinder.Name(page, page.Add(draft), i, at + 2);
        }
    }
}
