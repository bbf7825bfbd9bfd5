namespace Fraud.Offers;

/// <summary>Words that steer the reading of an offer.</summary>
internal enum OfferWord : byte
{
    /// <summary>No word.</summary>
    None,

    /// <summary>token, 词元.</summary>
    Token,

    /// <summary>= : 换 兑: two sides of a price.</summary>
    Link,

    /// <summary>/, per, 每.</summary>
    Per,

    /// <summary>/个, each, 一个.</summary>
    Each,

    /// <summary>人均, per person.</summary>
    PerHead,

    /// <summary>充, 存.</summary>
    Charge,

    /// <summary>买.</summary>
    Buy,

    /// <summary>送, 赠.</summary>
    Give,

    /// <summary>得, 到账.</summary>
    Get,

    /// <summary>满 … 减.</summary>
    Minus,

    /// <summary>额度, 余额, credit.</summary>
    Credit,

    /// <summary>An account or key as the good.</summary>
    Account,

    /// <summary>仅, 只要, 打包价, for: a price follows.</summary>
    PriceCue,

    /// <summary>价格, price: the subject is a price.</summary>
    Price,

    /// <summary>官方价, list, face value.</summary>
    List,

    /// <summary>输入, input.</summary>
    Input,

    /// <summary>输出, output.</summary>
    Output,

    /// <summary>缓存, cached.</summary>
    Cached,

    /// <summary>上下文, context window.</summary>
    Context,

    /// <summary>调用量, 突破: figures about the market.</summary>
    Statistic,

    /// <summary>消耗, spent: what was used.</summary>
    Usage,

    /// <summary>约, about: an estimate of use.</summary>
    About,

    /// <summary>视频, 图片: what tokens are used for.</summary>
    Work,

    /// <summary>价值, worth.</summary>
    Worth,

    /// <summary>上调, 涨: going up.</summary>
    Rise,

    /// <summary>返佣, referral.</summary>
    Commission,

    /// <summary>日息, APY: with the number of periods a year.</summary>
    Yield,

    /// <summary>收益, return: needs a period beside it.</summary>
    Return,

    /// <summary>投, 起投: what is paid in.</summary>
    Principal,

    /// <summary>分红, 领: what is paid out.</summary>
    Gain,

    /// <summary>低至, up to: the figure is the best case.</summary>
    UpTo,

    /// <summary>起, from.</summary>
    From,

    /// <summary>off, 优惠, save.</summary>
    Off,

    /// <summary>of list, of face value.</summary>
    OfList,

    /// <summary>半价.</summary>
    Half,

    /// <summary>买一送一.</summary>
    TwoForOne,

    /// <summary>倍率.</summary>
    Multiplier,

    /// <summary>质保, warranty: a period beside it is not that of the price.</summary>
    Warranty,

    /// <summary>代充, 会员, seat: words of a subscription.</summary>
    Subscription,

    /// <summary>一杯奶茶钱.</summary>
    Idiom,

    /// <summary>A discount programme.</summary>
    Programme,
}
