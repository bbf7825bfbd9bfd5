namespace Fraud.Offers;

/// <summary>Which model or programme an offer is about.</summary>
internal static class ModelFinder
{
    private const int Near = 120;
    private const int Anywhere = 64;

    /// <summary>Names the nearest model; failing that the only one of the post.</summary>
    public static void Name(in OfferPage page, OfferDraft draft, int first, int last)
    {
        var found = page.Nearest(first, last, Near, static (in OfferPage p, int i) => p[i].Kind == ElementKind.Model);
        found = found < 0 ? Only(page) : found;
        if (found >= 0)
        {
            (draft.Model, draft.Row) = (page[found].Name!, page[found].Row!);
        }

        var programme = page.Within(first, 2, static (in OfferPage p, int i) => p[i].Is(OfferWord.Programme));
        draft.Programme = programme < 0 ? "" : page[programme].Name!;
    }

    private static int Only(in OfferPage page)
    {
        var found = -1;
        for (var i = 0; i < Math.Min(page.Count, Anywhere); i++)
        {
            if (page[i].Kind == ElementKind.Model)
            {
                if (found >= 0 && page[found].Row != page[i].Row)
                {
                    return -1;
                }

                found = i;
            }
        }

        return found;
    }
}
