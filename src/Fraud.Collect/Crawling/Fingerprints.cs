using System.Globalization;
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
    // Of an ASCII character of a word its lower-case form, of any other 0
    private static readonly byte[] Lower = [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? (byte)char.ToLowerInvariant((char)c) : (byte)0)];
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

    private ref struct Words
    {
        private const ulong Seed = 14695981039346656037;
        private const ulong Prime = 1099511628211;
        private readonly BitTally _votes = new();
        private ulong _all = Seed;
        private ulong _before;
        private ulong _last;

        public Words()
        {
        }

        public int Count { get; private set; }

        public void Add(ReadOnlySpan<char> text)
        {
            ReadOnlySpan<byte> ascii = Lower;
            for (var i = 0; i < text.Length && Count < MostWords;)
            {
                var first = text[i];
                if (first < ascii.Length ? ascii[first] == 0 : !IsWordChar(first))
                {
                    i++;
                    continue;
                }

                var hash = (Seed ^ char.ToLowerInvariant(first)) * Prime;
                i++;
                if (!IsIdeograph(first))
                {
                    i += Rest(text[i..], ascii, ref hash);
                }

                Take(hash, first);
            }
        }

        public readonly PageFingerprint ToFingerprint() => new((long)_all, (long)_votes.Majority());

        private void Take(ulong hash, char first)
        {
            _all = Mix(_all ^ hash);
            var shingled = char.IsAsciiDigit(first) ? NumberWord : hash;
            _votes.Add(Mix(_before + Mix(_last + Mix(shingled))));
            (_before, _last) = (_last, shingled);
            Count++;
        }

        // Takes in what the word goes on with, and gives its length
        private static int Rest(ReadOnlySpan<char> text, ReadOnlySpan<byte> ascii, ref ulong hash)
        {
            var all = hash;
            var i = 0;
            for (; i < text.Length; i++)
            {
                var c = text[i];
                if (c < ascii.Length)
                {
                    if (ascii[c] == 0)
                    {
                        break;
                    }

                    all = (all ^ ascii[c]) * Prime;
                }
                else if (IsWordChar(c) && !IsIdeograph(c))
                {
                    all = (all ^ char.ToLowerInvariant(c)) * Prime;
                }
                else
                {
                    break;
                }
            }

            hash = all;
            return i;
        }

        private static ulong Mix(ulong x)
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }

        private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

        private static bool IsIdeograph(char c) => c >= '\u2E80' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;
    }
}
