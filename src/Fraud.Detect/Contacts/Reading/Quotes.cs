using System.Buffers;
using Fraud.Text;

namespace Fraud.Contacts;

/// <summary>Which words are somebody else's: what stands in quotation marks, and everything in a post that warns.</summary>
internal sealed class Quotes
{
    private const int LongestQuote = 600;
    private const int ShortestQuote = 6;
    private const string Opening = "“「『‘«";
    private const string Closing = "”」』’»";
    private static readonly SearchValues<char> WarningSigns = SearchValues.Create("骗诈惕");
    private static readonly SearchValues<string> Warnings = SearchValues.Create(["scam alert", "beware", "got scammed", "scammed me", "phishing", "scammer", "is a scam"], StringComparison.Ordinal);
    private readonly bool _warns;
    private readonly List<TextSpan> _spans = [];

    public Quotes(string original, ReadOnlySpan<char> canonical)
    {
        _warns = canonical.ContainsAny(WarningSigns) || canonical.Contains("谨防", StringComparison.Ordinal) || canonical.ContainsAny(Warnings);
        if (!_warns)
        {
            Find(original);
        }
    }

    /// <summary>Whether a range lies in words that are not the author's.</summary>
    public bool Holds(TextSpan span)
    {
        if (_warns)
        {
            return true;
        }

        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].End <= span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < _spans.Count && _spans[low].Overlaps(span);
    }

    private void Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var pair = Opening.IndexOf(text[i], StringComparison.Ordinal);
            var close = pair >= 0 ? Closing[pair] : text[i] == '"' ? '"' : '\0';
            if (close == '\0')
            {
                continue;
            }

            var window = text.AsSpan(i + 1, Math.Min(LongestQuote, text.Length - i - 1));
            var end = window.IndexOf(close);
            if (end >= ShortestQuote)
            {
                _spans.Add(new(i, i + end + 2));
            }

            i += end >= 0 ? end + 1 : 0;
        }
    }
}
