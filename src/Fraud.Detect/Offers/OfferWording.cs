using System.Globalization;
using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Offers;

/// <summary>One careful sentence on a price: what it is of the list price and whether we know a reason, never "fake".</summary>
internal static class OfferWording
{
    /// <summary>Above this simple yearly return a yield is called out.</summary>
    private const double HighApr = 0.2;

    public static LocalText Of(Offer offer, PriceTable prices) => offer.Kind switch
    {
        "yield" => Yield(offer),
        "multiplier" => new("States a multiplier without its base, so the price cannot be compared.", "只写了倍率，没有写基准价，无法与官方价比较。"),
        "usage" => new("A figure of use, not an offer.", "这是用量数字，不是报价。"),
        "value_claim" => new("A claim of what tokens are worth, not a price.", "这是对词元价值的说法，不是售价。"),
        "idiom" => new("Calls the price very low without stating it.", "只说很便宜，没有写明价格。"),
        "price_rise" => new("A rise in price, not a discount.", "这是涨价，不是折扣。"),
        "commission" => new("A commission for recruiting, not a discount.", "这是推荐佣金，不是折扣。"),
        _ => Price(offer, prices),
    };

    private static LocalText Price(Offer offer, PriceTable prices)
    {
        var share = Share(offer.PayFraction!.Value);
        var (en, zh) = offer.Kind switch
        {
            "credit" => ("the face value of the credit", "额度面值"),
            "subscription" => ("the plan's list price", "订阅官方标价"),
            "pack" or "rate" when offer.Model.Length == 0 => ("the cheapest list price we know, as no model is named", "已知最低官方标价（未写明模型）"),
            "discount" => ("the list price", "标价"),
            _ => ("the provider's list price", "官方标价"),
        };
        var (about, aboutZh) = offer.LowerBound ? ("From about", "最低约为") : ("About", "约为");
        var (reason, reasonZh) = Reason(offer, prices);
        return offer.Tier switch
        {
            "" => new("The model is not named exactly, so the price cannot be compared.", "没有写明具体模型，无法与官方价比较。"),
            OfferTier.Over => new($"About {Times(offer.PayFraction.Value)} times {en}.", $"约为{zh}的 {Times(offer.PayFraction.Value)} 倍。"),
            OfferTier.Normal => new($"{about} {share} % of {en}, which is ordinary.", $"{aboutZh}{zh}的 {share}%，属正常范围。"),
            _ => new($"{about} {share} % of {en}; {reason}", $"{aboutZh}{zh}的 {share}%；{reasonZh}"),
        };
    }

    private static (string En, string Zh) Reason(Offer offer, PriceTable prices)
    {
        if (offer.Programme == "domestic_list")
        {
            return ("that is the provider's list price in its home market.", "与该厂商的国内标价相当。");
        }

        if (offer.Programme.Length > 0 && prices.Programmes.FirstOrDefault(p => p.Id == offer.Programme) is { } programme)
        {
            return ($"{programme.En} can explain this.", $"可由{programme.Zh}解释。");
        }

        if (offer.BelowFloor)
        {
            return ("no official tariff, batch and cached, is this cheap.", "官方任何计价（含批处理与缓存）都没有这么低。");
        }

        if (offer.Tier == OfferTier.Explainable)
        {
            return ("known discounts reach this.", "已知的官方优惠可以达到。");
        }

        return offer.Kind is "pack" or "rate" && offer.Model.Length > 0 && offer.Side == "unspecified"
            ? ("we know no programme that explains this, unless nearly all of it is cached input.", "没有已知的官方优惠能解释，除非几乎全是缓存输入。")
            : ("we know no programme that explains this.", "没有已知的官方优惠能解释。");
    }

    private static LocalText Yield(Offer offer)
    {
        var apr = Share(offer.Apr ?? 0);
        return offer.Apr >= HighApr
            ? new($"Promises a simple yearly return of about {apr} %; no provider pays a return on tokens.", $"承诺的单利年化约 {apr}%；没有任何厂商为词元支付收益。")
            : new($"States a simple yearly return of about {apr} %.", $"单利年化约 {apr}%。");
    }

    private static string Share(double fraction) => (fraction * 100) switch
    {
        < 0.1 => Math.Max(0.001, fraction * 100).ToString("0.0##", CultureInfo.InvariantCulture),
        < 10 => (fraction * 100).ToString("0.#", CultureInfo.InvariantCulture),
        _ => Math.Round(fraction * 100).ToString(CultureInfo.InvariantCulture),
    };

    private static string Times(double fraction) => fraction.ToString(fraction < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
