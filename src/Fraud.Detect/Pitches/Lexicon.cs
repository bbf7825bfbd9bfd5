using System.Security.Cryptography;
using System.Text.Json;
using Fraud.Text;

namespace Fraud.Pitches;

/// <summary>The words the classifier knows: ideas of lexicon.tsv and signals of signals.json, in one trie. Safe for concurrent use.</summary>
public sealed class Lexicon
{
    private Lexicon(IReadOnlyList<string> ideas, IReadOnlyList<PitchSignal> signals, TermTrie trie, SignalMatcher matcher, string hash)
    {
        Ideas = ideas;
        Signals = signals;
        Trie = trie;
        Matcher = matcher;
        Hash = hash;
    }

    /// <summary>Names of the ideas, such as "trade.flip"; terms report them by index.</summary>
    public IReadOnlyList<string> Ideas { get; }

    /// <summary>The signals.</summary>
    public IReadOnlyList<PitchSignal> Signals { get; }

    /// <summary>SHA-256 of both files in hex: weights trained on other words do not fit.</summary>
    public string Hash { get; }

    internal TermTrie Trie { get; }

    internal SignalMatcher Matcher { get; }

    /// <summary>Reads lexicon.tsv and signals.json of a folder such as models/pitch.</summary>
    public static Lexicon Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var words = File.ReadAllBytes(Path.Combine(folder, "lexicon.tsv"));
        var rules = File.ReadAllBytes(Path.Combine(folder, "signals.json"));
        var ideas = new List<string>();
        var terms = new List<(string Term, int Value)>();
        ReadIdeas(System.Text.Encoding.UTF8.GetString(words), ideas, terms);
        var signals = ReadSignals(rules);
        var patterns = signals.SelectMany((s, i) => s.Terms.Select(t => SignalPattern.Parse(i, t)));
        var matcher = new SignalMatcher([.. patterns], ideas.Count);
        terms.AddRange(matcher.Terms);
        return new(ideas, signals, new(terms), matcher, Convert.ToHexStringLower(SHA256.HashData([.. words, .. rules])));
    }

    private static void ReadIdeas(string text, List<string> ideas, List<(string Term, int Value)> terms)
    {
        foreach (var line in text.Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            foreach (var term in line[(tab + 1)..].Split('|').Distinct(StringComparer.Ordinal).Where(t => t.Length > 0))
            {
                terms.Add((term, ideas.Count));
            }

            ideas.Add(line[..tab]);
        }
    }

    private static List<PitchSignal> ReadSignals(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("signals").EnumerateArray().Select(ReadSignal)];
    }

    private static PitchSignal ReadSignal(JsonElement signal)
    {
        var reason = signal.GetProperty("reason");
        return new()
        {
            Id = signal.GetProperty("id").GetString()!,
            Code = signal.GetProperty("code").GetString()!,
            Strength = signal.GetProperty("strength").GetString()!,
            Reason = new LocalText(reason.GetProperty("en").GetString()!, reason.GetProperty("zh").GetString()!),
            Terms = [.. signal.GetProperty("terms").EnumerateArray().Select(t => t.GetString()!)],
        };
    }
}
