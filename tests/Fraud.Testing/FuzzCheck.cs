using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Testing;

/// <summary>What must hold of the assessment of any text whatever.</summary>
public sealed class FuzzCheck(IAssessor assessor)
{
    private const int Short = 10_000;
    private const int Long = 1_000_000;
    private const int ShortRuns = 12;

    // Microseconds a character: below that, memory fetched for the first time is all that is seen
    private const double Cheap = 0.5;

    /// <summary>What is wrong with the answer to a text, in words that hold nothing of it; null when nothing is.</summary>
    public string? Fault(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return Fault(assessor.Assess(text, AssessContext.None), text.Length);
        }
        catch (Exception e)
        {
            // Any exception at all is the fault looked for
            return $"{e.GetType().Name} at {e.StackTrace?.Split('\n')[0].Trim()}";
        }
    }

    /// <summary>How much dearer a character is in a post of 1 MB than in one of 10 kB.</summary>
    public double Growth(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text[..Math.Min(text.Length, Short)];
        var (few, many) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < ShortRuns; i++)
        {
            few = Math.Min(few, Time(start) / start.Length);
            many = i == 0 ? Math.Min(many, Time(text) / text.Length) : many;
        }

        return many / Math.Max(few, Cheap);
    }

    /// <summary>A text of 1 MB out of one piece.</summary>
    public static string Megabyte(string piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return string.Concat(Enumerable.Repeat(piece, (Long / piece.Length) + 1));
    }

    private static string? Fault(Assessment result, int length)
    {
        IEnumerable<TextSpan> spans = [.. result.Findings.Select(f => f.Span), .. result.Contacts.Select(c => new TextSpan(c.Start, c.End)), .. result.Keys.Select(k => k.Span)];
        if (spans.Any(s => s.Start < 0 || s.End < s.Start || s.End > length) || (result.Offer is { } offer && (offer.Start < 0 || offer.End < offer.Start || offer.End > length)))
        {
            return "a span outside the text";
        }

        if (result.Findings.Count > 0 && Math.Abs(result.LogOdds - result.Findings.Sum(f => f.Weight)) > 1e-3)
        {
            return "weights that do not add up";
        }

        return Math.Abs(result.Labels.Sum() - 1) < 1e-3 ? null : "probabilities that do not add up";
    }

    private double Time(string text) => ThreadClock.Time(() => assessor.Assess(text, AssessContext.None)).TotalMicroseconds;
}
