using System.Globalization;
using System.Net.Http.Headers;

namespace Fraud.Collect.Fetching;

/// <summary>Reads when a host wants to be asked again: Retry-After as seconds or date, and the usual rate-limit headers when nothing remains.</summary>
internal static class RateHints
{
    private static readonly string[] Prefixes = ["X-RateLimit-", "RateLimit-", "X-Rate-Limit-"];

    /// <summary>Moment from which the host may be asked again; null when it says nothing.</summary>
    public static DateTimeOffset? RetryAt(HttpResponseHeaders headers, DateTimeOffset now, TimeSpan longest)
    {
        var at = First(headers, "Retry-After") is { } value ? Reset(value, now, longest) : Exhausted(headers, now, longest);
        return at is null ? null : at > now + longest ? now + longest : at;
    }

    private static DateTimeOffset? Exhausted(HttpResponseHeaders headers, DateTimeOffset now, TimeSpan longest)
    {
        foreach (var prefix in Prefixes)
        {
            if (First(headers, prefix + "Remaining") is { } remaining && double.TryParse(remaining, CultureInfo.InvariantCulture, out var left) && left < 1)
            {
                return Reset(First(headers, prefix + "Reset"), now, longest);
            }
        }

        return null;
    }

    // In use: seconds to wait, seconds since 1970, or a timestamp
    private static DateTimeOffset? Reset(string? value, DateTimeOffset now, TimeSpan longest)
    {
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0)
        {
            return number is > 1e9 and < 1e11 ? DateTimeOffset.FromUnixTimeSeconds((long)number) : now + (number < longest.TotalSeconds ? TimeSpan.FromSeconds(number) : longest);
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }

    private static string? First(HttpResponseHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;
}
