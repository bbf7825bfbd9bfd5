namespace Fraud.Offers;

/// <summary>Multipliers whose base is not said, and turns of phrase about cheapness.</summary>
internal static class LooseRule
{
    public static void Read(in OfferPage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].Kind == ElementKind.Multiplier && page[i].Value > 0)
            {
                page.Add(new("multiplier", page[i].Start, page[i].End) { Multiplier = page[i].Value });
            }
            else if (page[i].Is(OfferWord.Multiplier))
            {
                ReadMultiplier(page, i);
            }
            else if (page[i].Is(OfferWord.Idiom))
            {
                page.Add(new("idiom", page[i].Start, page[i].End));
            }
        }
    }

    // 倍率0.12, 倍率: 0.12
    private static void ReadMultiplier(in OfferPage page, int i)
    {
        var at = page.Is(i + 1, OfferWord.Link) ? i + 2 : i + 1;
        if ((page.Is(at, ElementKind.Number) || page.Is(at, ElementKind.Times)) && page[at].Value > 0 && page.Touch(at - 1, at))
        {
            page[at].Traits |= ElementTraits.Used;
            page.Add(new OfferDraft("multiplier", page[i].Start, page[at].End) { Multiplier = page[at].Value });
        }
    }
}
