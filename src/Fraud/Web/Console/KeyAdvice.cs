using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Posts;
using Fraud.Text;

namespace Fraud.Web;

/// <summary>What leaked keys open and what their owners should do, from models/advice/keys.json.</summary>
internal sealed class KeyAdvice(KeyAdvice.Words words, Func<KeyRuleSet> rules)
{
    // Read when the first key is shown
    private readonly Lazy<FrozenDictionary<string, KeySeverity>> _severities = new(() => rules().Rules.ToFrozenDictionary(r => r.Id, r => r.Severity));

    /// <summary>The file's entries.</summary>
    public IReadOnlyList<KeyOpens> Opens => words.Opens;

    /// <summary>Reads the words; the rules, for their severity, at first use.</summary>
    public static KeyAdvice Load(string modelsFolder)
    {
        using var stream = File.OpenRead(Path.Combine(modelsFolder, "advice", "keys.json"));
        var words = JsonSerializer.Deserialize<Words>(stream, JsonSerializerOptions.Web) ?? throw new InvalidDataException("models/advice/keys.json is empty");
        return new(words, () => KeyRuleSet.Load(modelsFolder));
    }

    /// <summary>What is told of a key.</summary>
    public KeyHelp For(KeyFinding key)
    {
        var severity = _severities.Value.TryGetValue(key.Rule, out var known) ? known : (KeySeverity?)null;
        // A key for tests opens little, whoever issued it
        var special = severity == KeySeverity.Low ? null : words.Opens.FirstOrDefault(o => o.Rules.Any(r => Covers(r, key.Rule)));
        return new(severity, special?.Text ?? words.BySeverity[Name(severity ?? KeySeverity.High)]);
    }

    /// <summary>A text a reviewer can send to the owner: rotate first, then the rest. Holds nothing but the redacted key.</summary>
    public LocalText OwnerText(KeyFinding key, Post post)
    {
        var opens = For(key).Opens;
        return new(
            Fill(words.Owner.En, key, post, opens.En, key.RevokeUrl.Length > 0 ? $" at {key.RevokeUrl}" : ""),
            Fill(words.Owner.Zh, key, post, opens.Zh, key.RevokeUrl.Length > 0 ? $"（{key.RevokeUrl}）" : ""));
    }

    private static string Fill(string text, KeyFinding key, Post post, string opens, string revoke) => text
        .Replace("{revoke}", revoke, StringComparison.Ordinal)
        .Replace("{opens}", opens, StringComparison.Ordinal)
        .Replace("{issuer}", key.Issuer, StringComparison.Ordinal)
        .Replace("{key}", key.Redacted, StringComparison.Ordinal)
        .Replace("{when}", post.FetchedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{where}", post.Url.Length > 0 ? post.Url : post.Source, StringComparison.Ordinal);

    private static bool Covers(string entry, string rule) => rule == entry || rule.StartsWith(entry + ".", StringComparison.Ordinal);

    private static string Name(KeySeverity severity) => severity switch
    {
        KeySeverity.Low => "low",
        KeySeverity.Medium => "medium",
        KeySeverity.Critical => "critical",
        _ => "high",
    };

    /// <summary>The file as it is.</summary>
    internal sealed record Words
    {
        /// <summary>Entries; the first that covers a rule speaks.</summary>
        [JsonPropertyName("opens")]
        public required IReadOnlyList<KeyOpens> Opens { get; init; }

        /// <summary>For rules without an entry: low, medium, high, critical.</summary>
        [JsonPropertyName("by_severity")]
        public required IReadOnlyDictionary<string, LocalText> BySeverity { get; init; }

        /// <summary>The text for an owner, with places {issuer}, {key}, {where}, {when}, {revoke}, {opens}.</summary>
        [JsonPropertyName("owner")]
        public required LocalText Owner { get; init; }
    }
}
