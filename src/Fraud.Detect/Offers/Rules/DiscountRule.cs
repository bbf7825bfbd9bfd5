namespace Fraud.Offers;

/// <summary>A share of the list price: 三折, 85% off, 20% of face value, 半价, 买一送一, 充500送200.</summary>
internal static class DiscountRule
{
    public static void Read(in OfferPage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            switch (page[i].Kind)
            {
                case ElementKind.Zhe when !page.HasWord(i, 1, OfferWord.Commission):
                    Add(page, i, page[i].Value);
                    break;
                case ElementKind.Times when page[i].Value is > 0 and < 1 && NamesList(page, i):
                    Add(page, i, page[i].Value);
                    break;
                case ElementKind.Word when page[i].Word is OfferWord.Half or OfferWord.TwoForOne && !(page.Is(i - 1, OfferWord.Half) && page.Touch(i - 1, i)):
                    Add(page, i, 0.5);
                    break;
                case ElementKind.Word when page[i].Word is OfferWord.Charge or OfferWord.Buy or OfferWord.Principal:
                    ReadBonus(page, i);
                    break;
                case ElementKind.Word when page[i].Word == OfferWord.Minus:
                    ReadRebate(page, i);
                    break;
            }
        }
    }

    /// <summary>Adds a discount at an element.</summary>
    public static OfferDraft Add(in OfferPage page, int i, double fraction)
    {
        var draft = page.Add(new("discount", page[i].Start, page[i].End) { Fraction = fraction, LowerBound = IsBestCase(page, i) });
        ModelFinder.Name(page, draft, i, i);
        return draft;
    }

    /// <summary>Whether the figure is the best case: 低至3折, 1折起, up to 70%.</summary>
    public static bool IsBestCase(in OfferPage page, int i) =>
        (page.Is(i - 1, OfferWord.UpTo) && page.Touch(i - 1, i, 2)) || (page.Is(i - 1, OfferWord.From) && page.Touch(i - 1, i)) || (page.Is(i + 1, OfferWord.From) && page.Touch(i, i + 1));

    private static bool NamesList(in OfferPage page, int i) =>
        (page.Is(i - 1, OfferWord.List) && page.Touch(i - 1, i, 2)) || (page.Is(i + 1, OfferWord.List) && page.Touch(i, i + 1));

    // 充500送200: the bonus in the same money; 充500到账700: what is credited in all
    private static void ReadBonus(in OfferPage page, int i)
    {
        if (!IsAmount(page, i + 1) || !IsAmount(page, i + 3) || !page.Touch(i, i + 1) || !page.Touch(i + 1, i + 2) || !page.Touch(i + 2, i + 3))
        {
            return;
        }

        var (paid, more) = (page[i + 1], page[i + 3]);
        var isSame = paid.Name is null || more.Name is null || paid.Name == more.Name;
        var total = page[i + 2].Word switch { OfferWord.Give => paid.Value + more.Value, OfferWord.Get when more.Value > paid.Value => more.Value, _ => 0 };
        if (isSame && total > 0)
        {
            page[i + 1].Traits |= ElementTraits.Used;
            page[i + 3].Traits |= ElementTraits.Used;
            Add(page, i, paid.Value / total).Cover(page[i + 3]);
        }
    }

    private static bool IsAmount(in OfferPage page, int i) => i < page.Count && page[i].Kind is ElementKind.Number or ElementKind.Money && page[i].Value > 0 && !page[i].Has(ElementTraits.Used);

    // 满500减100
    private static void ReadRebate(in OfferPage page, int i)
    {
        if (i > 0 && IsAmount(page, i - 1) && IsAmount(page, i + 1) && page.Touch(i - 1, i, 0) && page.Touch(i, i + 1, 0)
            && page[i - 1].Value > page[i + 1].Value && page[i - 1].Start > 0 && page.Source.Text[page[i - 1].Start - 1] == '满')
        {
            page[i - 1].Traits |= ElementTraits.Used;
            page[i + 1].Traits |= ElementTraits.Used;
            Add(page, i, (page[i - 1].Value - page[i + 1].Value) / page[i - 1].Value).Cover(page[i - 1]).Cover(page[i + 1]);
        }
    }
}
