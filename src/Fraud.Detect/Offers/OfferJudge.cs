using Fraud.Findings;

namespace Fraud.Offers;

/// <summary>Compares a draft with the official prices of the day.</summary>
internal static class OfferJudge
{
    // A figure this close to the list's input price is quoted from the list
    private const double Same = 0.01;
    private const double MostForCredit = 3;

    public static Offer? Judge(in OfferPage page, OfferDraft draft)
    {
        var span = page.Source.ToOriginal(draft.Start, draft.End);
        var offer = new Offer
        {
            Kind = draft.Kind,
            QuantityTokens = draft.Tokens,
            CreditUsd = draft.CreditUsd,
            Months = draft.Months,
            Heads = draft.Heads,
            Price = draft.Price,
            Currency = LocalCurrency(page, draft),
            CurrencyInferred = draft.CurrencyInferred,
            Model = draft.Model,
            LowerBound = draft.LowerBound,
            Multiplier = draft.Multiplier,
            Principal = draft.Principal,
            Start = span.Start,
            End = span.End,
        };
        var judged = draft.Kind switch
        {
            "pack" or "rate" => Tokens(page, draft, offer),
            "credit" => Credit(page, offer),
            "discount" => WithFraction(offer, draft.Fraction!.Value),
            "subscription" => Subscription(page, offer),
            "yield" => offer with { Apr = draft.Rate * draft.PerYear },
            _ => offer,
        };
        if (judged is null)
        {
            return null;
        }

        judged = judged.Programme.Length > 0 ? judged : judged with { Programme = Programme(page, draft, judged) };
        return judged with { Wording = OfferWording.Of(judged, page.Prices) };
    }

    // 元 is Taiwan's or Hong Kong's where the post names that money, else the mainland's: the dearer one favours the seller
    private static string LocalCurrency(in OfferPage page, OfferDraft draft)
    {
        if (draft.Currency != "CNY" || !page.Source.IsTraditional)
        {
            return draft.Currency;
        }

        foreach (ref var element in page.Elements[..Math.Min(page.Count, 128)])
        {
            if (element.Kind is ElementKind.Money or ElementKind.Currency && element.Name is "TWD" or "HKD")
            {
                return element.Name;
            }
        }

        return draft.Currency;
    }

    // Several times the face value is no price of credit but two figures that happen to meet
    private static Offer? Credit(in OfferPage page, Offer offer)
    {
        var fraction = page.Prices.ToUsd(offer.Price!.Value, offer.Currency, page.Day) / offer.CreditUsd!.Value;
        return fraction <= MostForCredit ? WithFraction(offer, fraction) : null;
    }

    private static Offer? Tokens(in OfferPage page, OfferDraft draft, Offer offer)
    {
        var named = draft.Row.Length > 0 ? page.Prices.FindAt(draft.Row, page.Day) : null;
        var row = named ?? page.Prices.Cheapest(page.Day);
        var unit = page.Prices.ToUsd(offer.Price!.Value, offer.Currency, page.Day) / (offer.QuantityTokens!.Value / 1e6);
        var input = page.Prices.InputUsd(row, page.Day);
        var side = draft.Side == "unspecified" && named is not null && Math.Abs((unit / input) - 1) < Same ? "input" : draft.Side;
        var reference = named is null ? input : side switch
        {
            "output" => page.Prices.ToUsd(row.Output!.Value, row.Currency, page.Day),
            "cache" when row.CacheRead is { } cached => page.Prices.ToUsd(cached, row.Currency, page.Day),
            _ => input,
        };
        var judged = WithFraction(offer with { Side = side, UsdPer1M = unit, RefUsdPer1M = reference, Reference = row.Model }, unit / reference);
        if (judged is null)
        {
            return null;
        }

        // Dearer than the cheapest model of a family says nothing
        judged = judged.Tier == OfferTier.Over && draft.Row != row.Model ? judged with { Tier = "" } : judged;
        return named is null ? judged : Known(page, row, judged, unit, input);
    }

    private static Offer Known(in OfferPage page, PriceRow row, Offer offer, double unit, double input)
    {
        var output = page.Prices.ToUsd(row.Output!.Value, row.Currency, page.Day);
        var blend = ((3 * input) + output) / 4;
        var local = row.Local is { Input: { } home } list && list.Currency == offer.Currency && offer.Side is "unspecified" or "input"
            && unit >= 0.8 * page.Prices.ToUsd(home, list.Currency, page.Day) && offer.PayFraction < 0.8;
        return offer with
        {
            DiscountVsBlend = offer.Side == "unspecified" ? 1 - (unit / blend) : null,
            BelowFloor = unit < page.Prices.ToUsd(Floor(row), row.Currency, page.Day),
            Programme = local ? "domestic_list" : "",
        };
    }

    // The cheapest token the provider sells: cached, off-peak and in a batch; unknown without a cache price
    private static double Floor(PriceRow row) => Math.Min(row.CacheRead ?? 0, row.OffPeak?.CacheRead ?? double.MaxValue) * (row.Batch ?? 1);

    private static Offer? Subscription(in OfferPage page, Offer offer)
    {
        if (page.Prices.FindPlan(offer.Model) is not { } plan)
        {
            return null;
        }

        var list = page.Prices.ToUsd(plan.Monthly, plan.Currency, page.Day) * Math.Max(0.25, offer.Months ?? 1);
        var fraction = page.Prices.ToUsd(offer.Price!.Value, offer.Currency, page.Day) * offer.Heads / list;
        return WithFraction(offer with { Reference = plan.Plan }, fraction);
    }

    private static Offer? WithFraction(Offer offer, double fraction)
    {
        if (!double.IsFinite(fraction) || fraction <= 0)
        {
            return null;
        }

        var tier = offer.Kind == "subscription" ? OfferTier.OfSubscription(fraction) : OfferTier.Of(fraction);
        return offer with { PayFraction = fraction, Tier = offer.CurrencyInferred && tier == OfferTier.Extreme ? OfferTier.Implausible : tier };
    }

    private static string Programme(in OfferPage page, OfferDraft draft, Offer offer)
    {
        // Cached input is compared with the price of cached input already
        if (draft.Programme.Length == 0 || offer.BelowFloor || offer.Side == "cache" || offer.PayFraction is not (> 0 and < 0.8))
        {
            return "";
        }

        var provider = draft.Row.Length > 0 ? page.Prices.FindAt(draft.Row, page.Day)?.Provider : null;
        foreach (var programme in page.Prices.Programmes)
        {
            var fits = programme.Id == draft.Programme && offer.PayFraction >= programme.Fraction - 1e-9
                && (page.Day is null ? programme.ValidUntil is null : programme.IsValidOn(page.Day.Value))
                && (provider is null || programme.Providers.Count == 0 || programme.Providers.Contains(provider));
            if (fits)
            {
                return programme.Id;
            }
        }

        return "";
    }
}
