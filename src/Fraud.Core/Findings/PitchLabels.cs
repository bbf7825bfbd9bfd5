using Fraud.Text;

namespace Fraud.Findings;

/// <summary>The table of labels: ids, taxonomy codes, names, severity. Source: models/pitch/labels are documented in the README.</summary>
public static class PitchLabels
{
    private static readonly (string Id, string Code, int Severity, LocalText Name)[] Table =
    [
        ("hoarding", "T1", 3, new("Token hoarding pitch", "囤积词元推销")),
        ("yield_mlm", "T2", 4, new("Yield or recruiting scheme", "收益或拉人头项目")),
        ("grey_resale", "T3", 2, new("Unauthorised resale", "未授权转售")),
        ("key_trade", "T4", 4, new("Trade in keys", "密钥买卖")),
        ("key_exposure", "T5", 3, new("Exposed key", "密钥泄露")),
        ("phishing", "T6", 4, new("Phishing", "钓鱼")),
        ("coin_promo", "T7", 3, new("Coin promotion", "代币推广")),
        ("news", "N1", 0, new("News", "新闻")),
        ("official_promo", "N2", 0, new("Provider's own offer", "官方优惠")),
        ("legit_gateway", "N3", 0, new("Verifiable gateway", "正规渠道")),
        ("warning", "N4", 0, new("Warning or question", "警示或求助")),
        ("developer", "N5", 0, new("Developer talk", "技术讨论")),
        ("satire", "N6", 0, new("Complaint or joke", "吐槽玩笑")),
        ("other_trade", "N7", 0, new("Other trade", "其他交易")),
    ];

    /// <summary>Number of labels.</summary>
    public static int Count => Table.Length;

    /// <summary>All labels in model order.</summary>
    public static IReadOnlyList<PitchLabel> All { get; } = Enum.GetValues<PitchLabel>();

    /// <summary>The label's permanent id, such as "yield_mlm".</summary>
    public static string Id(this PitchLabel label) => Table[(int)label].Id;

    /// <summary>The taxonomy code, such as "T2".</summary>
    public static string Code(this PitchLabel label) => Table[(int)label].Code;

    /// <summary>Display name.</summary>
    public static LocalText Name(this PitchLabel label) => Table[(int)label].Name;

    /// <summary>0 none to 4 critical.</summary>
    public static int Severity(this PitchLabel label) => Table[(int)label].Severity;

    /// <summary>Whether the label is one of T1 to T7.</summary>
    public static bool IsRisk(this PitchLabel label) => label <= PitchLabel.CoinPromo;

    /// <summary>Whether the label alone may raise an alert: T1, T2, T4, T6, T7.</summary>
    public static bool Alerts(this PitchLabel label) =>
        label is PitchLabel.Hoarding or PitchLabel.YieldMlm or PitchLabel.KeyTrade or PitchLabel.Phishing or PitchLabel.CoinPromo;

    /// <summary>Finds a label by id or by taxonomy code.</summary>
    public static bool TryParse(string? text, out PitchLabel label)
    {
        for (var i = 0; i < Table.Length; i++)
        {
            if (Table[i].Id == text || Table[i].Code == text)
            {
                label = (PitchLabel)i;
                return true;
            }
        }

        label = default;
        return false;
    }
}
