using System.Globalization;
using System.Runtime.Intrinsics;
using Fraud.Posts;

namespace Fraud.Collect.Crawling;

/// <summary>
/// Reads the visible text of a page off its markup in one pass and hashes it: all its words in order, and a SimHash over runs of three words in which numbers count as equal.
/// A Chinese, Japanese or Korean character is a word.
/// </summary>
internal static class Fingerprints
{
    private const int FewestWords = 12;
    private const int MostWords = 20_000;
    private const ulong NumberWord = 0x9E3779B97F4A7C15;
    private static readonly Vector256<int>[] Votes = [.. Enumerable.Range(0, 256).Select(VotesOf)];
    private static readonly string[] Unseen = ["script", "style", "noscript", "template"];

    /// <summary>The fingerprint; null for a page with too few words to tell it from another.</summary>
    public static PageFingerprint? Of(string page)
    {
        var words = new Words();
        var text = page.AsSpan();
        while (!text.IsEmpty && words.Count < MostWords)
        {
            var tag = text.IndexOf('<');
            words.Add(tag < 0 ? text : text[..tag]);
            text = tag < 0 ? default : SkipTag(text[tag..]);
        }

        return words.Count < FewestWords ? null : words.ToFingerprint();
    }

    private static ReadOnlySpan<char> SkipTag(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!--"))
        {
            return After(text, "-->");
        }

        foreach (var name in Unseen)
        {
            if (text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return After(text, "</" + name);
            }
        }

        var end = text.IndexOf('>');
        return end < 0 ? default : text[(end + 1)..];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? default : text[(at + end.Length)..];
    }

    private static Vector256<int> VotesOf(int bits) =>
        Vector256.Create([.. Enumerable.Range(0, 8).Select(i => ((bits >> i) & 1) == 1 ? 1 : -1)]);

    private ref struct Words
    {
        private readonly Span<Vector256<int>> _votes = new Vector256<int>[8];
        private ulong _all = 14695981039346656037;
        private ulong _before;
        private ulong _last;

        public Words()
        {
        }

        public int Count { get; private set; }

        public void Add(ReadOnlySpan<char> text)
        {
            var i = 0;
            while (i < text.Length && Count < MostWords)
            {
                if (!IsWordChar(text[i]))
                {
                    i++;
                    continue;
                }

                var start = i++;
                while (!IsIdeograph(text[start]) && i < text.Length && IsWordChar(text[i]) && !IsIdeograph(text[i]))
                {
                    i++;
                }

                Take(text[start..i]);
            }
        }

        public readonly PageFingerprint ToFingerprint()
        {
            var simHash = 0UL;
            for (var i = 0; i < 64; i++)
            {
                simHash |= _votes[i / 8][i % 8] > 0 ? 1UL << i : 0;
            }

            return new((long)_all, (long)simHash);
        }

        private void Take(ReadOnlySpan<char> word)
        {
            var hash = Hash(word);
            _all = Mix(_all ^ hash);
            var shingled = char.IsAsciiDigit(word[0]) ? NumberWord : hash;
            Vote(Mix(_before + Mix(_last + Mix(shingled))));
            (_before, _last) = (_last, shingled);
            Count++;
        }

        private readonly void Vote(ulong shingle)
        {
            for (var i = 0; i < 8; i++)
            {
                _votes[i] += Votes[(int)(shingle >> (8 * i)) & 0xFF];
            }
        }

        private static ulong Hash(ReadOnlySpan<char> word)
        {
            var hash = 14695981039346656037UL;
            foreach (var c in word)
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
            }

            return hash;
        }

        private static ulong Mix(ulong x)
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }

        private static bool IsWordChar(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.IsSurrogate(c);

        private static bool IsIdeograph(char c) => c >= '\u2E80' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;
    }
}
