using Fraud.Canonical;
using Fraud.Findings;

namespace Fraud.Offers;

/// <summary>Reads what is asked for what, and compares it with official prices on the posting date. Safe for concurrent use; never throws on any text; linear in its length.</summary>
public sealed class OfferParser
{
    [ThreadStatic]
    private static OfferScanner? _scanner;

    private readonly NameTrie _names;
    private readonly OfferGate _gate;

    /// <summary>A parser that judges by these prices.</summary>
    public OfferParser(PriceTable prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        Prices = prices;
        _names = OfferLexicon.For(prices);
        _gate = new(prices);
    }

    /// <summary>The prices it judges by.</summary>
    public PriceTable Prices { get; }

    /// <summary>The most telling offer of a post; null when it has none. What only looks like an offer comes back only when there is nothing else.</summary>
    public Offer? Parse(TextViews views, AssessContext context)
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(context);
        Offer? best = null;
        foreach (var offer in Read(views, context))
        {
            best = best is null || OfferRank.Of(offer) > OfferRank.Of(best) ? offer : best;
        }

        return best;
    }

    /// <summary>All offers of a post and what looks like them, in order of place.</summary>
    public IReadOnlyList<Offer> ParseAll(TextViews views, AssessContext context)
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(context);
        return Read(views, context);
    }

    private Offer[] Read(TextViews views, AssessContext context)
    {
        if (!_gate.Opens(views.Homophone.Text))
        {
            return [];
        }

        var source = new OfferSource(views);
        var scanner = _scanner?.Names == _names ? _scanner : _scanner = new(_names);
        scanner.Scan(source);
        if (scanner.Elements.IsEmpty)
        {
            return [];
        }

        scanner.Drafts.Clear();
        var page = new OfferPage(scanner.Elements, source, Prices, context.PostedOn, scanner.Drafts);
        CreditRule.ReadRatios(page);
        SubscriptionRule.Read(page);
        CreditRule.ReadStock(page);
        DiscountRule.Read(page);
        YieldRule.ReadSums(page);
        LooseRule.Read(page);
        PackRule.Read(page);
        PercentRule.Read(page);
        return Judge(page, scanner.Drafts);
    }

    private static Offer[] Judge(in OfferPage page, List<OfferDraft> drafts)
    {
        if (drafts.Count == 0)
        {
            return [];
        }

        var offers = new List<Offer>(drafts.Count);
        foreach (var draft in drafts)
        {
            if (OfferJudge.Judge(page, draft) is { } offer)
            {
                offers.Add(offer);
            }
        }

        return offers.Count < 2 ? [.. offers] : [.. offers.OrderBy(o => o.Start)];
    }
}
