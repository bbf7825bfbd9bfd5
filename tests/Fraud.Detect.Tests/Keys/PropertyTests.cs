using System.Text;
using Fraud.Keys;
using Fraud.Testing;

namespace Fraud.Detect.Tests.Keys;

/// <summary>What holds for every rule, whatever surrounds a key.</summary>
public class PropertyTests
{
    private const string Around = "abz059 ,.;:!?()[]{}<>|/\\\"'`=+-_*#@&%$~^\t\n\r中文密钥令牌，。：；「」（）🔑🎉é\u200B\u00A0";
    private static readonly string[] _around = [.. Around.EnumerateRunes().Select(r => r.ToString())];

    private static readonly TimeSpan _budget = TimeSpan.FromSeconds(10);
    private static readonly IReadOnlyList<KeyRule> _rules = Scanner.Real.Rules.Rules;

    public static TheoryData<string> Hostile =>
    [
        "a", "sk-", "sk-proj-", "eyJ", "-----BEGIN", "token=", "key ", "secret:\"", "AKIA", "%41", "%25", "\\u0041", "&#65;", "\u200B", "ｓｋ－", "YWJj", "QUtJQQ", "password: ", "://a:", "@", "clockify key ", "{{{{", "密钥：", "0123456789abcdef", "Aa1", "= ", "\"+\"", "=\r\n", "xoxb-1", ".", "-", "_", "ghp_", "sk-\"+\"", " eyJhbGciOi", "<secret>{%41", "data: a: kind: Secret ", "-----BEGIN sk-",
    ];

    [Fact]
    public void A_key_is_found_whatever_stands_around_it()
    {
        var random = new Random(5);
        List<string> missed = [];
        foreach (var rule in _rules)
        {
            for (var round = 0; round < 4; round++)
            {
                var key = KeyShape.Fill(rule.Examples[round % rule.Examples.Count], random);
                var text = Noise(random) + "\n" + key + "\n" + Noise(random);
                if (!Scanner.Scan(text).Any(f => f.Rule == rule.Id) && Scanner.Scan(key).Any(f => f.Rule == rule.Id) && !Covered(text, key))
                {
                    missed.Add(rule.Id);
                }
            }
        }

        Assert.Empty(missed);
    }

    [Fact]
    public void What_is_shown_is_the_same_for_every_key_of_a_shape_but_for_four_characters()
    {
        List<string> leaks = [];
        foreach (var rule in _rules)
        {
            var shape = rule.Examples[0];
            var a = Scanner.Scan(KeyShape.Fill(shape, new Random(1))).FirstOrDefault(f => f.Rule == rule.Id);
            var b = Scanner.Scan(KeyShape.Fill(shape, new Random(2))).FirstOrDefault(f => f.Rule == rule.Id);
            if (a is not null && b is not null && !ShowsLittle(a.Redacted, b.Redacted))
            {
                leaks.Add($"{rule.Id}: {a.Redacted} {b.Redacted}");
            }
        }

        Assert.Empty(leaks);
    }

    [Fact]
    public void Bytes_give_what_the_string_gives()
    {
        var random = new Random(9);
        foreach (var rule in _rules)
        {
            var text = Noise(random) + " " + KeyShape.Fill(rule.Examples[0], random) + " " + Noise(random);
            Assert.Equal(Scanner.Scan(text).Select(f => (f.Rule, f.Fingerprint)), Scanner.Real.Scan(Encoding.UTF8.GetBytes(text)).Select(f => (f.Rule, f.Fingerprint)));
        }
    }

    [Fact]
    public void A_window_cut_anywhere_beyond_a_keys_reach_finds_the_key()
    {
        var key = Scanner.KeyOf("key.anthropic.api");
        var before = new string('x', 30) + " 中文 ";
        var bytes = Encoding.UTF8.GetBytes(before + key + " " + before);
        var start = Encoding.UTF8.GetByteCount(before);
        for (var cut = 0; cut <= start; cut++)
        {
            var found = Assert.Single(Scanner.Real.Scan(bytes.AsSpan(cut)));
            Assert.Equal((start - cut, start - cut + key.Length), (found.Start, found.End));
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_is_read_in_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (256 << 10) / piece.Length));
        var used = ThreadClock.Time(() => Scanner.Scan(text));
        Assert.True(used < _budget, $"{used} for {piece}");
        Assert.All(Scanner.Scan(text), f => Assert.InRange(f.End, f.Start, text.Length));
    }

    [Fact]
    public void Random_text_of_the_scanners_own_words_never_throws()
    {
        var random = new Random(3);
        var words = _rules.SelectMany(r => r.Keywords).Concat(Around.Select(c => c.ToString())).Concat(["%2", "\\u00", "&#x", "====", "\uD83D", "\0", "eyJhbGciOi"]).ToArray();
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => words[random.Next(words.Length)]));
            Assert.All(Scanner.Scan(text), f => Assert.True(f.Start >= 0 && f.Start < f.End && f.End <= text.Length));
        }
    }

    // The noise may make another rule claim the same place: found all the same
    private static bool Covered(string text, string key)
    {
        var at = text.IndexOf(key, StringComparison.Ordinal);
        return Scanner.Scan(text).Any(f => f.Start < at + key.Length && f.End > at);
    }

    private static bool ShowsLittle(string a, string b)
    {
        var (shownA, tailA) = Parts(a);
        var (shownB, tailB) = Parts(b);
        var same = shownA.Zip(shownB).TakeWhile(p => p.First == p.Second).Count();
        return tailA.Length <= 4 && tailB.Length <= 4 && shownA.Length <= 32 && shownA.Length - same <= 1;
    }

    private static (string Shown, string Tail) Parts(string redacted)
    {
        var cut = redacted.IndexOf('…', StringComparison.Ordinal);
        return (redacted[..cut], redacted[(cut + 1)..]);
    }

    private static string Noise(Random random) =>
        string.Concat(random.GetItems(_around, random.Next(0, 80)));
}
