namespace Fraud.Offers;

/// <summary>What a percentage is of: a yield, a discount, a commission, a rise in price, or something else.</summary>
internal static class PercentRule
{
    private const int WordsBefore = 4;
    private const int Near = 6;

    public static void Read(in OfferPage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].Kind == ElementKind.Percent && page[i].Value > 0)
            {
                Read(page, i);
            }
        }
    }

    private static void Read(in OfferPage page, int i)
    {
        if (YieldRule.ReadRate(page, i))
        {
            return;
        }

        var share = page[i].Value;
        var before = WordBefore(page, i);
        var after = i + 1 < page.Count && page.Touch(i, i + 1, 2) ? page[i + 1].Word : OfferWord.None;
        if (after == OfferWord.OfList || (after == OfferWord.Price && page.Source.Text[page[i].End - 1] == '成') || before == OfferWord.List || IsSharePhrase(page, i))
        {
            AddShare(page, i, share);
        }
        else if (after == OfferWord.Off || before == OfferWord.Off)
        {
            AddShare(page, i, 1 - share);
        }
        else if (page.HasWord(i, 1, OfferWord.Commission))
        {
            page.Add(new("commission", page[i].Start, page[i].End));
        }
        else if ((before == OfferWord.Rise || after == OfferWord.Rise) && page.HasWord(i, 1, OfferWord.Price))
        {
            page.Add(new("price_rise", page[i].Start, page[i].End));
        }
    }

    private static void AddShare(in OfferPage page, int i, double fraction)
    {
        if (fraction is > 0 and < 1)
        {
            var draft = DiscountRule.Add(page, i, Math.Round(fraction, 9));
            if (i + 1 < page.Count && page[i + 1] is { Kind: ElementKind.Word, Word: OfferWord.Off or OfferWord.OfList } && page.Touch(i, i + 1, 2))
            {
                draft.Cover(page[i + 1]);
            }
        }
    }

    // 价格为实时接口的 50%, 按输入价的 10% 计费
    private static bool IsSharePhrase(in OfferPage page, int i)
    {
        var text = page.Source.Text[..page[i].Start].TrimEnd(' ');
        return text.Length > 0 && text[^1] == '的' && (page.HasWord(i, 1, OfferWord.Price) || page.HasWord(i, 1, OfferWord.Input));
    }

    // The nearest word that says what is counted, over words that only shade it
    private static OfferWord WordBefore(in OfferPage page, int i)
    {
        var last = i;
        for (var j = i - 1; j >= 0 && i - j <= WordsBefore; j--)
        {
            if (page[j].Kind != ElementKind.Word || page.Gap(j, last) > Near)
            {
                return OfferWord.None;
            }

            if (page[j].Word is not (OfferWord.UpTo or OfferWord.About or OfferWord.From or OfferWord.PriceCue or OfferWord.Link or OfferWord.Price))
            {
                return page[j].Word;
            }

            last = j;
        }

        return OfferWord.None;
    }
}
