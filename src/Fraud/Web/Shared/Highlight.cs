using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Fraud.Findings;
using Microsoft.AspNetCore.Html;

namespace Fraud.Web;

/// <summary>Shows findings on the words themselves. The text is always encoded; only our own marks are markup.</summary>
internal static class Highlight
{
    /// <summary>Findings and keys of an assessment, in order of place, numbered.</summary>
    public static IReadOnlyList<Mark> Number(AssessedPost assessed, UiTable texts) => Number(assessed.Assessment, texts);

    /// <summary>Findings and keys of an assessment, in order of place, numbered.</summary>
    public static IReadOnlyList<Mark> Number(Assessment assessment, UiTable texts)
    {
        var covered = assessment.Findings.Select(f => (f.Start, f.End)).ToHashSet();
        return
        [
            .. assessment.Findings.Select(f => (f.Start, f.End, f.Rule, Reason: texts.Say(f.Reason), f.Weight))
                .Concat(assessment.Keys.Where(k => !covered.Contains((k.Start, k.End))).Select(k => (k.Start, k.End, k.Rule, Reason: $"{k.Issuer} {k.Redacted}", Weight: 0d)))
                .OrderBy(f => f.Start).ThenByDescending(f => f.End)
                .Select((f, i) => new Mark(i + 1, f.Start, f.End, f.Rule, f.Reason, f.Weight)),
        ];
    }

    /// <summary>The text with every mark around its own words; overlapping marks are cut at each other's edges.</summary>
    public static IHtmlContent Render(string text, IReadOnlyList<Mark> marks)
    {
        var edges = new SortedSet<int> { 0, text.Length };
        foreach (var mark in marks.Where(m => m.End > m.Start))
        {
            edges.Add(Math.Clamp(mark.Start, 0, text.Length));
            edges.Add(Math.Clamp(mark.End, 0, text.Length));
        }

        var html = new StringBuilder();
        var anchored = new HashSet<int>();
        var from = 0;
        foreach (var to in edges.Skip(1))
        {
            Append(html, text[from..to], [.. marks.Where(m => m.Start <= from && m.End >= to && m.End > m.Start)], anchored);
            from = to;
        }

        return new HtmlString(html.ToString());
    }

    private static void Append(StringBuilder html, string part, IReadOnlyList<Mark> covering, HashSet<int> anchored)
    {
        var encoded = HtmlEncoder.Default.Encode(part).Replace("&#xA;", "\n", StringComparison.Ordinal);
        if (covering.Count == 0)
        {
            html.Append(encoded);
            return;
        }

        var kind = covering.Any(m => m.Weight >= 0) ? "for" : "against";
        var anchors = string.Concat(covering.Where(m => anchored.Add(m.Number)).Select(m =>
            string.Create(CultureInfo.InvariantCulture, $"<a class=\"no\" id=\"m{m.Number}\" href=\"#f{m.Number}\">{m.Number}</a>")));
        html.Append(CultureInfo.InvariantCulture, $"<mark class=\"{kind}\" title=\"{HtmlEncoder.Default.Encode(string.Join(" · ", covering.Select(m => m.Reason)))}\">{encoded}{anchors}</mark>");
    }
}
