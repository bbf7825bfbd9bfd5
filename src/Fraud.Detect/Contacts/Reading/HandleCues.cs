namespace Fraud.Contacts;

/// <summary>The words that announce a handle, by their first character, longest first.</summary>
internal static class HandleCues
{
    /// <summary>Words that say: add or look up.</summary>
    public const string Invitations = "加+找私滴联搜敲戳扫添";

    private static readonly HandleCue[] All =
    [
        .. Of("wechat", "微信号", "微信", "vx", "wx", "v信", "v 信", "wei信", "wechat", "weixin", "wxid", "wechat id", "微信id", "微信同号"), .. Weak("wechat", "v", "微", "wei"),
        .. Of("qq", "qq", "qq群", "qq号", "q群", "qun", "企鹅", "企鹅群", "群号", "群", "交流群", "加群", "裙"), .. Weak("qq", "q"),
        .. Of("telegram", "telegram", "tg", "tele", "电报", "纸飞机", "飞机", "tg群", "tg号"), .. Of("line", "line id", "lineid", "line"), .. Weak("line", "赖"),
        .. Of("whatsapp", "whatsapp", "whats app"), .. Weak("whatsapp", "wa", "ws"), .. Weak("discord", "discord", "dc"), .. Of("zalo", "zalo"), .. Weak("kakao", "kakaotalk", "kakao", "카톡", "카카오톡"),
        .. Weak("signal", "signal"), .. Weak("skype", "skype"), .. Of("alipay", "支付宝", "alipay"), .. Of("alipay_code", "口令红包", "红包口令", "支付宝口令", "吱口令"),
        .. Of("invite", "邀请码", "推荐码", "优惠码", "邀请链接码", "激活邀请码", "invite code", "invitation code", "referral code", "ref code", "aff code", "promo code", "invitecode"),
    ];

    private static readonly HandleCue[][] Groups = [.. All.GroupBy(c => c.Word[0]).Select(g => g.OrderByDescending(c => c.Word.Length).ToArray())];
    private static readonly byte[] GroupOf = Index();

    // Per group, the low bits of the second characters; all bits where one character is a cue
    private static readonly ulong[] SecondsOf = [0, .. Groups.Select(g => g.Aggregate(0UL, (bits, c) => bits | (c.Word.Length > 1 ? 1UL << c.Word[1] : ulong.MaxValue)))];

    /// <summary>Whether a cue may stand at a place.</summary>
    public static bool MayStart(ReadOnlySpan<char> text, int at)
    {
        var seconds = SecondsOf[GroupOf[text[at]]];
        return seconds != 0 && (seconds & (at + 1 < text.Length ? 1UL << text[at + 1] : ulong.MaxValue)) != 0;
    }

    /// <summary>The longest cue at a place; a Latin one must stand as a word.</summary>
    public static HandleCue? Find(ReadOnlySpan<char> text, int at)
    {
        var group = GroupOf[text[at]];
        if (group == 0 || (char.IsAsciiLetter(text[at]) && at > 0 && char.IsAsciiLetter(text[at - 1])))
        {
            return null;
        }

        foreach (var cue in Groups[group - 1])
        {
            if (text[at..].StartsWith(cue.Word, StringComparison.Ordinal))
            {
                var end = at + cue.Word.Length;
                if (!char.IsAsciiLetter(cue.Word[^1]) || end == text.Length || !char.IsAsciiLetter(text[end]))
                {
                    return cue;
                }
            }
        }

        return null;
    }

    private static byte[] Index()
    {
        var index = new byte[char.MaxValue + 1];
        for (var i = 0; i < Groups.Length; i++)
        {
            index[Groups[i][0].Word[0]] = (byte)(i + 1);
        }

        return index;
    }

    private static IEnumerable<HandleCue> Of(string kind, params string[] words) => words.Select(w => new HandleCue(w, kind));

    private static IEnumerable<HandleCue> Weak(string kind, params string[] words) => words.Select(w => new HandleCue(w, kind, true));
}
