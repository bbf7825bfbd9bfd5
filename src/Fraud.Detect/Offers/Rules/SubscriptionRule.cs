namespace Fraud.Offers;

/// <summary>A subscription for money: GPT Plus 代充 68/月, Max 20x 每人 260/月.</summary>
internal static class SubscriptionRule
{
    private const int PriceReach = 40;
    private const int PeriodReach = 12;

    public static void Read(in OfferPage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].Kind == ElementKind.Plan || (page[i].Kind == ElementKind.WeakPlan && IsCalledOne(page, i)))
            {
                Read(page, i);
            }
        }
    }

    // "plus" and "gemini pro" mean the subscription only beside its words
    private static bool IsCalledOne(in OfferPage page, int i) =>
        page.Within(i, 2, static (in OfferPage p, int j) => p[j] is { Kind: ElementKind.Word, Word: OfferWord.Subscription or OfferWord.Account } || (p[j].Kind == ElementKind.Period && p[j].Has(ElementTraits.PerPeriod))) >= 0;

    private static void Read(in OfferPage page, int i)
    {
        // 220元（39刀账户）: the list price in dollars beside the asked one
        var price = page.Nearest(i, i, PriceReach, static (in OfferPage p, int j) => (p.IsPrice(j) || IsBesidePeriod(p, j)) && !p[j].Has(ElementTraits.Dollar));
        price = price < 0 ? page.Nearest(i, i, PriceReach, static (in OfferPage p, int j) => p.IsPrice(j)) : price;
        if (price < 0)
        {
            return;
        }

        var draft = new OfferDraft("subscription", page[i].Start, page[i].End) { Model = page[i].Name!, Row = page[i].Name!, Months = Months(page, i, price), Heads = Heads(page, price) };
        page.TakePrice(draft, price);
        draft.LowerBound = DiscountRule.IsBestCase(page, price);
        TakeListPrice(page, price);
        page.Add(draft);
    }

    // 一个月 899
    private static bool IsBesidePeriod(in OfferPage page, int i) =>
        page[i].Kind == ElementKind.Number && page[i].Value > 0 && !page[i].Has(ElementTraits.Used | ElementTraits.Bare) && IsPeriod(page, i - 1) && page[i - 1].Has(ElementTraits.PerPeriod) && page.Touch(i - 1, i);

    private static double Months(in OfferPage page, int plan, int price)
    {
        var period = page.Nearest(price, price, PeriodReach, IsPeriod);
        period = period < 0 ? page.Nearest(plan, plan, PeriodReach, IsPeriod) : period;
        return period < 0 ? 1 : page[period].Value;
    }

    // Thirty days of warranty are no period of payment
    private static bool IsPeriod(in OfferPage page, int i) =>
        page.Is(i, ElementKind.Period) && page[i].Value >= 0.2 && !page.Is(i - 1, OfferWord.Warranty) && !page.Is(i + 1, OfferWord.Warranty);

    private static int Heads(in OfferPage page, int price)
    {
        if (page.Within(price, 2, static (in OfferPage p, int j) => p[j].Is(OfferWord.PerHead)) < 0)
        {
            return 1;
        }

        var people = page.Within(price, 2, static (in OfferPage p, int j) => p[j].Kind == ElementKind.People && p[j].Value is >= 2 and <= 50);
        return people < 0 ? 1 : (int)page[people].Value;
    }

    private static void TakeListPrice(in OfferPage page, int price)
    {
        for (var i = price + 1; i < Math.Min(page.Count, price + 3); i++)
        {
            if (page[i].Kind == ElementKind.Money && page[i].Has(ElementTraits.Dollar))
            {
                page[i].Traits |= ElementTraits.Used;
            }
        }
    }
}
