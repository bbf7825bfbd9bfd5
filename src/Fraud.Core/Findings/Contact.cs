namespace Fraud.Findings;

/// <summary>A way to reach or pay somebody, found in the text.</summary>
public sealed record Contact
{
    /// <summary>Kind: "wechat", "qq", "telegram", "line", "whatsapp", "discord", "phone", "email", "url", "invite", "card_shop", "lookalike_domain", "taokouling", "alipay", "eth", "btc", "tron", "solana", "bank_card", "cn_id", "hk_id", "tw_id", "icp", "uscc", …</summary>
    public required string Kind { get; init; }

    /// <summary>Normalised value; masked for kinds that must not rest in clear (ID numbers, cards).</summary>
    public required string Value { get; init; }

    /// <summary>Whose it is: "author", "reported", "payee" or "link".</summary>
    public required string Role { get; init; }

    /// <summary>What else is known: the name a look-alike imitates, what a well-known contract is, "partial" for a value its author masked; empty otherwise.</summary>
    public string Detail { get; init; } = "";

    /// <summary>First UTF-16 unit of the original text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last unit.</summary>
    public required int End { get; init; }

    /// <summary>Where it stands.</summary>
    public Text.TextSpan Span => new(Start, End);
}
