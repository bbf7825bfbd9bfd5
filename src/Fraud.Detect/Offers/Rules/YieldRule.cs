namespace Fraud.Offers;

/// <summary>A return per period: 日息 1.2%, 1.8% per day, 起投 3000 元每天分红 45.</summary>
internal static class YieldRule
{
    private const int WordReach = 10;
    private const int SumReach = 8;
    private const int LeastPrincipal = 10;

    /// <summary>Reads fixed sums; percentages come through <see cref="ReadRate"/>.</summary>
    public static void ReadSums(in OfferPage page)
    {
        for (var i = 0; i + 1 < page.Count; i++)
        {
            if (page[i].Is(OfferWord.Principal) && IsSum(page, i + 1) && page.Touch(i, i + 1) && page[i + 1].Value >= LeastPrincipal)
            {
                ReadSum(page, i + 1);
            }
        }
    }

    /// <summary>Reads a percentage as a yield, if it is one.</summary>
    public static bool ReadRate(in OfferPage page, int i)
    {
        var (perYear, from) = Period(page, i);
        if (perYear <= 0)
        {
            return false;
        }

        var draft = page.Add(new OfferDraft("yield", page[i].Start, page[i].End) { Rate = page[i].Value, PerYear = perYear }.Cover(page[from]));
        var principal = page.Within(i, 2, static (in OfferPage p, int j) => j > 0 && p[j - 1].Is(OfferWord.Principal) && IsSum(p, j) && p.Touch(j - 1, j));
        if (principal >= 0 && page[principal].Value >= LeastPrincipal)
        {
            draft.Principal = page[principal].Value;
            draft.Currency = page[principal].Name ?? (page.Source.HasHan ? "CNY" : "");
        }

        return true;
    }

    private static (double PerYear, int From) Period(in OfferPage page, int i)
    {
        var named = page.Nearest(i, i, WordReach, static (in OfferPage p, int j) => p[j].Is(OfferWord.Yield));
        if (named >= 0 && (named < i || page.Touch(i, named)) && !page.HasWord(i, 1, OfferWord.Commission))
        {
            return (page[named].Value, named);
        }

        if (page.Is(i + 1, ElementKind.Period) && page[i + 1].Has(ElementTraits.PerPeriod) && page.Touch(i, i + 1)
            && !page.HasWord(i, 1, OfferWord.Rise) && !page.HasWord(i, 1, OfferWord.Off) && !page.HasWord(i, 1, OfferWord.Commission))
        {
            return (PerYear(page[i + 1].Value), i + 1);
        }

        var before = page.Nearest(i, i, WordReach, static (in OfferPage p, int j) => p[j].Kind == ElementKind.Period && p[j].Has(ElementTraits.PerPeriod));
        return before >= 0 && before < i && page.HasWord(i, 1, OfferWord.Return) && !page.HasWord(i, 1, OfferWord.Commission) ? (PerYear(page[before].Value), before) : (0, -1);
    }

    private static bool IsSum(in OfferPage page, int i) => i < page.Count && page[i].Kind is ElementKind.Money or ElementKind.Number && !page[i].Has(ElementTraits.Bare | ElementTraits.Used);

    private static void ReadSum(in OfferPage page, int principal)
    {
        var period = -1;
        for (var i = principal + 1; i < Math.Min(page.Count, principal + SumReach) && !page.IsBreak(i, 2); i++)
        {
            period = page[i].Kind == ElementKind.Period && page[i].Has(ElementTraits.PerPeriod) ? i : period;
            var gains = period >= 0 && i > period && IsSum(page, i) && page[i - 1] is { Kind: ElementKind.Word, Word: OfferWord.Return or OfferWord.Get or OfferWord.Give } && page.Touch(i - 1, i, 2);
            if (gains)
            {
                var draft = new OfferDraft("yield", page[principal].Start, page[i].End)
                {
                    Rate = page[i].Value / page[principal].Value,
                    PerYear = PerYear(page[period].Value),
                    Principal = page[principal].Value,
                    Currency = page[principal].Name ?? (page.Source.HasHan ? "CNY" : ""),
                };
                page[principal].Traits |= ElementTraits.Used;
                page[i].Traits |= ElementTraits.Used;
                page.Add(draft.Cover(page[principal]));
                return;
            }
        }
    }

    private static double PerYear(double months) => months < 0.1 ? 365 : months < 0.5 ? 52 : Math.Round(12 / months, 6);
}
