using Fraud.Cases;

namespace Fraud.Report.Formats;

/// <summary>How sure a person's confirmation makes us, on each receiver's scale. The one place where scales meet.</summary>
internal static class Confirmation
{
    /// <summary>0 to 100 (STIX, where 85 is the number for "high").</summary>
    public const int Percent = 85;

    /// <summary>0 to 1 (XARF).</summary>
    public const double Fraction = Percent / 100.0;

    /// <summary>Words of estimative probability (MISP taxonomy "estimative-language").</summary>
    public const string Words = "very-likely";

    /// <summary>The review behind it (MISP taxonomy "ai-computer-assisted").</summary>
    public const string Review = "human-reviewed";

    /// <summary>One sentence on the case that names nobody: what our rules found, not what anybody wrote.</summary>
    public static string Signs(this ConfirmedCase confirmed)
    {
        var reasons = confirmed.Assessed.Assessment.Findings.Where(f => f.Weight > 0 && f.Rule != Findings.Finding.Rest && !string.IsNullOrEmpty(f.Reason.En)).OrderByDescending(f => f.Weight).Select(f => f.Reason.En.TrimEnd('.')).Distinct().Take(5).ToList();
        return reasons.Count == 0 ? "Confirmed by a reviewer." : $"Signs: {string.Join("; ", reasons)}. Confirmed by a reviewer.";
    }

    /// <summary>At most so many UTF-16 units, never half a character.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
