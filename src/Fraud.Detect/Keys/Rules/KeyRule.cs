using Fraud.Findings;

namespace Fraud.Keys;

/// <summary>One rule as data: what a kind of key looks like. See models/keys.</summary>
public sealed record KeyRule
{
    /// <summary>Permanent dotted id, such as "key.openai.project"; never reused.</summary>
    public required string Id { get; init; }

    /// <summary>What is found, in words.</summary>
    public required string Name { get; init; }

    /// <summary>Who issues it; set from the file's head.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Where the owner revokes it; set from the file's head unless the rule has its own.</summary>
    public string Revoke { get; init; } = "";

    /// <summary>Version of the rules that brought it.</summary>
    public required string Since { get; init; }

    /// <summary>How much harm a leak can do.</summary>
    public KeySeverity Severity { get; init; } = KeySeverity.High;

    /// <summary>How sure the shape alone makes us.</summary>
    public KeyConfidence Confidence { get; init; } = KeyConfidence.High;

    /// <summary>Texts of three bytes or more, one of which every key has (or has near by).</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Whether the keywords match in both cases.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>How the keywords lie to the key.</summary>
    public KeyPlace Place { get; init; }

    /// <summary>For <see cref="KeyPlace.Inside"/>: bytes of the key before the keyword; -1 when that varies.</summary>
    public int Offset { get; init; } = -1;

    /// <summary>For <see cref="KeyPlace.Inside"/> without offset: the set of characters that may stand before the keyword; empty means the pattern's alphabet.</summary>
    public string Before { get; init; } = "";

    /// <summary>The anchored pattern; a group named key marks the secret part.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Characters that must not stand before; empty means letters and digits, "none" means that anything may.</summary>
    public string Left { get; init; } = "";

    /// <summary>Characters that must not follow; empty means those the token can end in.</summary>
    public string Right { get; init; } = "";

    /// <summary>For <see cref="KeyPlace.Context"/>: how many bytes may lie between keyword and key.</summary>
    public int Window { get; init; } = 80;

    /// <summary>For <see cref="KeyPlace.Context"/>: whether a word such as key, token or secret must stand between.</summary>
    public bool Cue { get; init; }

    /// <summary>For <see cref="KeyPlace.Owned"/> and <see cref="KeyPlace.Named"/>: names of services in lower case, one of which must stand before the keyword or token.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Id of the rule whose owners this one has, too; empty when it has its own.</summary>
    public string OwnersOf { get; init; } = "";

    /// <summary>Words of which one must stand within 256 bytes of the key (any case).</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>Checks that must hold, such as "crc32-base62" or "contains:T3BlbkFJ".</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>Checks that raise the confidence to high.</summary>
    public IReadOnlyList<string> Proofs { get; init; } = [];

    /// <summary>Least Shannon entropy of the secret part, in bits a character.</summary>
    public double MinEntropy { get; init; } = 3;

    /// <summary>Whether a true key may repeat one character many times over.</summary>
    public bool Runs { get; init; }

    /// <summary>Whether a true key may be made of words, as passwords are.</summary>
    public bool Words { get; init; }

    /// <summary>Whether it only catches what no nearer rule does: it gives way to any other of its confidence.</summary>
    public bool Fallback { get; init; }

    /// <summary>Example shapes, filled by tests.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Shapes that must not match.</summary>
    public IReadOnlyList<string> CounterExamples { get; init; } = [];
}
