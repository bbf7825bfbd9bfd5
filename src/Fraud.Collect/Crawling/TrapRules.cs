using System.Globalization;
using System.Text.RegularExpressions;

namespace Fraud.Collect.Crawling;

/// <summary>Recognises URLs that a site could make for ever: calendars, paths that repeat themselves, parameters that pile up.</summary>
internal static partial class TrapRules
{
    private const int MostSegments = 16;
    private const int MostRepeats = 3;
    private const int MostParameters = 12;
    private const int MostLength = 1024;
    private const int YearsBack = 10;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(45);

    /// <summary>Why a link is not followed; empty when it may be.</summary>
    public static string Reason(string url, DateTimeOffset now)
    {
        if (url.Length > MostLength)
        {
            return $"URL of more than {MostLength} characters";
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed))
        {
            return "not a URL";
        }

        var segments = parsed.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length > MostSegments ? $"path of more than {MostSegments} parts"
            : segments.GroupBy(s => s, StringComparer.Ordinal).Any(g => g.Count() > MostRepeats) ? "path repeats itself"
            : parsed.Query.Count(c => c == '=') > MostParameters ? $"more than {MostParameters} parameters"
            : RepeatsParameter(parsed.Query) ? "a parameter is given again and again"
            : IsFarDate(parsed.PathAndQuery, now) ? "calendar page far from today"
            : "";
    }

    private static bool RepeatsParameter(string query) =>
        query.TrimStart('?').Split('&').GroupBy(p => p.Split('=')[0], StringComparer.Ordinal).Any(g => g.Key.Length > 0 && g.Count() > MostRepeats);

    // Only where the URL says it is a calendar: an archive by date is no trap
    private static bool IsFarDate(string path, DateTimeOffset now)
    {
        if (!Calendar().IsMatch(path) || YearAndMonth().Match(path) is not { Success: true } match)
        {
            return false;
        }

        var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["m"].Success ? Math.Clamp(int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture), 1, 12) : 1;
        var first = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero);
        return first > now + Ahead || year < now.Year - YearsBack;
    }

    [GeneratedRegex(@"calend|[/?&_-](cal|events?|agenda|schedule|month|week|day|date)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Calendar();

    // Nothing in it repeats without bound, so it needs no time limit, which a stalled machine would exceed
    [GeneratedRegex(@"(^|[^0-9])(?<y>(1[0-9]|2[0-9])[0-9]{2})([-/]|&m(onth)?=|\.)?(?<m>[01]?[0-9])?([^0-9]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex YearAndMonth();
}
