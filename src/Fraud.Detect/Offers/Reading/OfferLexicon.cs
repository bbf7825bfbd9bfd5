namespace Fraud.Offers;

/// <summary>The words and names that steer the reading, in canonical form.</summary>
internal static class OfferLexicon
{
    /// <summary>All names: words, currencies, models, plans, programmes.</summary>
    public static NameTrie For(PriceTable prices) => new([.. Plans(prices), .. Models(prices), .. Programmes(prices), .. Currencies(), .. Periods(), .. Words(), .. Chinese()]);

    private static IEnumerable<NamedEntry> Models(PriceTable prices)
    {
        // A model of a group is called by its family: Sonnet, not Claude Sonnet 4.6
        var tiers = prices.Aliases.Families.SelectMany(f => f.Members).ToHashSet(StringComparer.Ordinal);
        foreach (var row in prices.Rows.Where(r => r.IsReference).DistinctBy(r => r.Model))
        {
            var entry = new NameEntry(ElementKind.Model, Name: tiers.Contains(row.Family) ? row.Family : row.Model, Row: row.Model);
            yield return new(row.Model, entry);
            if (row.Model.StartsWith("claude-", StringComparison.Ordinal))
            {
                // Claude Opus 4.5 is also Opus 4.5 and Claude 4.5 Opus
                var parts = row.Model.Split('-', 3);
                yield return new($"{parts[1]}-{parts[2]}", entry);
                yield return new($"claude-{parts[2]}-{parts[1]}", entry);
            }
        }

        foreach (var nickname in prices.Aliases.Models.Where(m => prices.FindAt(m.Model, null) is not null))
        {
            var row = prices.FindAt(nickname.Model, null)!;
            foreach (var alias in nickname.Aliases)
            {
                yield return new(alias, new(ElementKind.Model, Name: row.Model, Row: row.Model));
            }
        }

        foreach (var family in prices.Aliases.Families.Where(f => prices.FindAt(f.Family, null) is not null))
        {
            foreach (var alias in family.Aliases)
            {
                yield return new(alias, new(ElementKind.Model, Name: family.Family, Row: family.Family));
            }
        }
    }

    private static IEnumerable<NamedEntry> Plans(PriceTable prices) =>
        prices.Plans.SelectMany(p => Of(new(ElementKind.Plan, Name: p.Plan), [.. p.Aliases]).Concat(Of(new(ElementKind.WeakPlan, Name: p.Plan), [.. p.Weak])));

    private static IEnumerable<NamedEntry> Programmes(PriceTable prices) =>
        prices.Programmes.SelectMany(p => Of(new(ElementKind.Word, OfferWord.Programme, Name: p.Id), [.. p.Cues]));

    private static IEnumerable<NamedEntry> Currencies() =>
    [
        .. Sign("USD", ElementTraits.Dollar, "$", "us$", "usd"), .. Sign("USDT", ElementTraits.None, "usdt", "usdc"), .. Sign("CNY", ElementTraits.None, "¥", "rmb", "cny"),
        .. Sign("TWD", ElementTraits.None, "nt$", "ntd", "twd", "nt"), .. Sign("HKD", ElementTraits.None, "hk$", "hkd"), .. Sign("EUR", ElementTraits.None, "€", "eur"),
        .. Sign("GBP", ElementTraits.None, "£", "gbp"), .. Sign("KRW", ElementTraits.None, "₩", "krw"), .. Sign("VND", ElementTraits.None, "₫", "vnd"),
        .. Sign("RUB", ElementTraits.None, "₽"), .. Sign("JPY", ElementTraits.None, "jpy"), .. Sign("INR", ElementTraits.None, "₹", "inr"), .. Sign("SGD", ElementTraits.None, "s$", "sgd"),
        .. Sign("AUD", ElementTraits.None, "a$", "au$", "aud"), .. Sign("CAD", ElementTraits.None, "c$", "ca$", "cad"), .. Sign("MYR", ElementTraits.None, "myr"),
        .. Named("CNY", "人民币"), .. Named("USD", "美元", "美金", "刀", "美刀"), .. Named("TWD", "台币", "新台币"), .. Named("HKD", "港币", "港元"), .. Named("JPY", "日元", "円"), .. Named("USDT", "u币"),
    ];

    private static IEnumerable<NamedEntry> Periods() =>
    [
        .. Per(1, "/月", "每月", "每个月", "包月", "月付", "一个月", "一月", "按月", "per month", "a month", "monthly", "/month", "/mo", "each month", "every month"),
        .. Per(12, "/年", "每年", "包年", "年付", "一年", "一整年", "按年", "per year", "a year", "yearly", "annual", "annually", "/year", "/yr"),
        .. Per(3, "/季", "季付", "每季", "一季", "一季度", "per quarter"), .. Per(6, "半年"),
        .. Per(0.25, "/周", "每周", "周付", "一周", "per week", "a week", "weekly", "/week", "/wk"),
        .. Per(1 / 30.0, "/天", "/日", "每天", "每日", "天天", "一天", "per day", "a day", "daily", "/day", "every day"),
    ];

    private static IEnumerable<NamedEntry> Words() =>
    [
        .. Word(OfferWord.Token, "token", "tok", "トークン", "토큰"),
        .. Word(OfferWord.Link, "=", ":", "≈", "→", "->", "=>", "for", "equals", "against", "vs"),
        .. Word(OfferWord.Per, "/", "per"),
        .. Base(1e6, "per million", "per mtok", "/million", "/mtok", "/m", "/mil", "a million"), .. Base(1e3, "per thousand", "/ktok"), .. Base(1e9, "per billion"),
        .. Word(OfferWord.Each, "each", "apiece", "per account", "per key", "/pc", "per piece", "a piece"),
        .. Word(OfferWord.PerHead, "per person", "per head", "per seat", "/seat", "/person"),
        .. Word(OfferWord.Charge, "top up", "deposit", "recharge"), .. Word(OfferWord.Buy, "buy"), .. Word(OfferWord.Give, "bonus", "get extra"), .. Word(OfferWord.Get, "get", "receive"),
        .. Word(OfferWord.Credit, "credit", "balance", "quota", "of usage", "api usage", "クレジット", "크레딧"), .. Word(OfferWord.Account, "account", "acc", "key", "api key"),
        .. Word(OfferWord.PriceCue, "asking", "only", "just", "at", "selling for", "sell for", "now"), .. Word(OfferWord.Price, "price", "pricing", "cost", "rate"),
        .. Word(OfferWord.List, "list price", "official price", "official", "retail price", "face value", "list"),
        .. Word(OfferWord.Input, "input", "prompt"), .. Word(OfferWord.Output, "output", "completion"), .. Word(OfferWord.Cached, "cache"),
        .. Word(OfferWord.Context, "context", "context window", "context length", "window", "max tokens", "max_tokens"),
        .. Word(OfferWord.Statistic, "processed", "volume", "passed", "surpassed", "exceeded", "according to", "analyst", "per capita"),
        .. Word(OfferWord.Usage, "spent", "used", "burned", "burnt", "burning", "consumed", "consume", "cost me", "costs me", "billed", "my bill", "wasted"),
        .. Word(OfferWord.About, "about", "approx", "approximately", "roughly", "around"), .. Word(OfferWord.Work, "video", "image", "720p", "1080p", "4k video"),
        .. Word(OfferWord.Worth, "worth", "valued at", "in value"),
        .. Word(OfferWord.Rise, "raise", "raised", "raises", "rise", "rises", "increase", "increased", "hike", "higher", "more expensive", "grew", "growth", "up by"),
        .. Word(OfferWord.Commission, "commission", "referral", "affiliate", "rebate", "rev share", "revenue share", "downline", "level one", "level two", "level three", "per referral"),
        .. Yield(1, "apy", "apr"), .. Word(OfferWord.Return, "return", "earn", "yield", "profit", "roi", "payout", "interest", "gain", "paid out"),
        .. Word(OfferWord.Principal, "invest", "stake", "minimum", "from only"),
        .. Word(OfferWord.UpTo, "up to", "as low as", "as much as", "as little as", "starting at"), .. Word(OfferWord.From, "from", "and up"),
        .. Word(OfferWord.Off, "off", "discount", "discounted", "cheaper", "save", "saving", "less than", "below", "lower than"),
        .. Word(OfferWord.OfList, "of list", "of list price", "of the list price", "of face", "of face value", "of official", "of official price", "of the official price", "of retail", "of remaining", "of original price", "of the original price", "of the price", "of the cost", "of market price", "of standard price", "of provider price"),
        .. Word(OfferWord.Half, "half price", "half off", "half the price"), .. Word(OfferWord.TwoForOne, "buy one get one", "bogo", "buy 1 get 1", "two for one", "2 for 1"),
        .. Word(OfferWord.Multiplier, "multiplier"), .. Word(OfferWord.Warranty, "warranty", "guarantee", "valid for", "trial", "replacement"),
        .. Word(OfferWord.Subscription, "subscription", "seat", "shared", "membership", "upgrade", "renewal", "plan"),
        .. Word(OfferWord.Idiom, "price of a coffee", "cost of a coffee", "price of one coffee", "price of a latte"),
    ];

    private static IEnumerable<NamedEntry> Chinese() =>
    [
        .. Word(OfferWord.Token, "词元"), .. Word(OfferWord.Per, "每"), .. Word(OfferWord.Link, "换", "兑", "兑换", "抵", "等于", "就是", "开通", "合", "可换", "对"),
        .. Word(OfferWord.Each, "每个", "一个", "/个", "每支", "一支", "/支", "每张", "一张", "/张", "每份", "一份", "/份", "单个", "/号", "每号", "每条", "/条"),
        .. Word(OfferWord.PerHead, "人均", "每人", "每位", "一人", "每席", "/人", "/位", "每个人"),
        .. Word(OfferWord.Charge, "充", "充值", "首充", "储值", "存", "预存"), .. Word(OfferWord.Buy, "买", "购", "购买"), .. Word(OfferWord.Give, "送", "赠", "赠送", "多送", "再送", "加送", "返"),
        .. Word(OfferWord.Get, "得", "到账", "得到", "获得", "到手", "变", "当", "拿"), .. Word(OfferWord.Minus, "减"),
        .. Word(OfferWord.Credit, "额度", "余额", "api额度", "用量", "剩余额度", "积分"), .. Word(OfferWord.Account, "账号", "账户", "号", "密钥", "卡密", "兑换码", "激活码", "档", "权限账号", "成品号", "白号"),
        .. Word(OfferWord.PriceCue, "只要", "仅", "仅需", "只需", "才", "卖", "售", "售价", "特价", "打包价", "打包", "批发价", "一口价", "现价", "到手价", "成本价", "内部价", "拿货价", "出手价", "现在", "一次", "合计", "共", "尼区价", "土区价", "区价", "仅售", "只卖", "秒杀价"),
        .. Word(OfferWord.Price, "价格", "价", "定价", "报价", "单价", "资费", "费用", "计费", "收费", "价位", "输入价", "输出价"),
        .. Word(OfferWord.List, "官方价", "官方价格", "官方", "官网价", "官网", "官价", "原价", "标价", "牌价", "市场价", "刊例价", "原厂价"),
        .. Word(OfferWord.Input, "输入", "输入价"), .. Word(OfferWord.Output, "输出", "输出价"), .. Word(OfferWord.Cached, "缓存"), .. Word(OfferWord.Context, "上下文", "窗口", "上下文窗口", "长文本", "最大长度"),
        .. Word(OfferWord.Statistic, "调用量", "日均", "周均", "月均", "突破", "超过", "累计", "同比", "环比", "处理量", "全国", "总量", "规模", "据报道", "分析师", "日消耗", "周调用量"),
        .. Word(OfferWord.Usage, "消耗", "用掉", "用了", "烧", "烧了", "烧掉", "跑了", "花了", "花掉", "花费", "耗", "账单", "扣了", "扣费", "用完", "花我", "烧我"),
        .. Word(OfferWord.About, "约", "大约", "大概", "差不多", "需要"), .. Word(OfferWord.Work, "视频", "图片", "文章", "生成", "对话", "汉字", "小说"),
        .. Word(OfferWord.Worth, "价值", "能值", "值多少"), .. Word(OfferWord.Rise, "上调", "上涨", "涨价", "涨", "提价", "提升", "提高", "增", "增长", "增加", "加价", "调涨", "上浮", "涨幅", "增幅", "提速"),
        .. Word(OfferWord.Commission, "返佣", "返利", "佣金", "分佣", "提成", "抽成", "分润", "分成", "推荐", "介绍", "邀请", "拉新", "下线", "代理", "抽"),
        .. Yield(365, "日息", "日化", "日返", "日收益", "日利率", "日收益率", "每日收益", "日利", "日利息", "日回报", "日赚", "日分红"), .. Yield(52, "周息", "周化", "周收益", "周返", "周收益率", "周回报"),
        .. Yield(12, "月息", "月化", "月返", "月收益", "月收益率", "月利", "月利率", "月回报", "月分红"), .. Yield(1, "年化", "年化收益", "年化收益率", "年收益", "年收益率", "年利率", "年息", "年回报", "年化利率"),
        .. Word(OfferWord.Return, "收益", "收益率", "利息", "回报", "分红", "静态", "盈利", "利润", "领", "自动分红", "固定领", "产出", "赚"),
        .. Word(OfferWord.Principal, "投", "投入", "起投", "本金", "存入", "入金", "认购", "质押", "门槛", "最低投"),
        .. Word(OfferWord.UpTo, "低至", "最低", "至低", "低到", "最高", "最多"), .. Word(OfferWord.From, "起", "起步", "起批", "起售", "起拿"),
        .. Word(OfferWord.Off, "优惠", "便宜", "直降", "立减", "省", "折扣", "立省", "低于官方", "减免"), .. Word(OfferWord.Half, "半价", "对折"), .. Word(OfferWord.TwoForOne, "买一送一", "充一送一", "买一赠一"),
        .. Word(OfferWord.Multiplier, "倍率", "费率倍率"), .. Word(OfferWord.Warranty, "质保", "保固", "保修", "售后", "包换", "有效期", "有效", "试用", "包赔", "保"),
        .. Word(OfferWord.Subscription, "代充", "代开", "代购", "代付", "会员", "订阅", "拼车", "车拼", "合租", "车位", "上车", "发车", "成品", "直充", "续费", "套餐", "尼区", "土区", "共享", "独享", "直登", "首登", "充自己的号"),
        .. Word(OfferWord.Idiom, "奶茶钱", "一杯奶茶", "一杯咖啡", "咖啡钱", "一顿饭钱", "一包烟钱", "白菜价"),
    ];

    private static IEnumerable<NamedEntry> Sign(string currency, ElementTraits traits, params string[] names) => Of(new(ElementKind.Currency, Value: 1, Name: currency, Traits: traits), names);

    private static IEnumerable<NamedEntry> Named(string currency, params string[] names) => Of(new(ElementKind.Currency, Name: currency, Traits: currency == "USD" ? ElementTraits.Dollar : ElementTraits.None), names);

    private static IEnumerable<NamedEntry> Per(double months, params string[] names) => Of(new(ElementKind.Period, Value: months, Traits: ElementTraits.PerPeriod), names);

    private static IEnumerable<NamedEntry> Base(double tokens, params string[] names) => Of(new(ElementKind.Tokens, Value: tokens, Traits: ElementTraits.Base), names);

    private static IEnumerable<NamedEntry> Yield(double perYear, params string[] names) => Of(new(ElementKind.Word, OfferWord.Yield, perYear), names);

    private static IEnumerable<NamedEntry> Word(OfferWord word, params string[] names) => Of(new(ElementKind.Word, word), names);

    private static IEnumerable<NamedEntry> Of(NameEntry entry, params string[] names) => names.Select(n => new NamedEntry(n, entry));
}
