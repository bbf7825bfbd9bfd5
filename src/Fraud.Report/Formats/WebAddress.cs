using System.Text.RegularExpressions;

namespace Fraud.Report.Formats;

/// <summary>Web addresses as machine formats accept them.</summary>
internal static partial class WebAddress
{
    private const int Longest = 2000;

    /// <summary>An absolute http(s) address in ASCII; null for anything else.</summary>
    public static string? Of(string text)
    {
        // A masked secret in an address is no address any more
        if (text.Length is 0 or > Longest || text.Contains(Text.SpanMask.Mark, StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        return Ascii().IsMatch(text) ? text : Ascii().IsMatch(uri.AbsoluteUri) && Domain(uri) is not null ? uri.AbsoluteUri : null;
    }

    /// <summary>The address's host in ASCII; null when it has none, or an odd one.</summary>
    public static string? HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IdnHost.Length > 0 ? uri.IdnHost.Trim('[', ']').ToLowerInvariant() : null;

    /// <summary>The address's domain name; null when its host is an IP address or has no dot.</summary>
    public static string? DomainOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Domain(uri) : null;

    /// <summary>Whether a text is a plain mail address.</summary>
    public static bool IsMail(string text) => text.Length <= 254 && Mail().IsMatch(text);

    private static string? Domain(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant();
        return host.Length <= 253 && DomainName().IsMatch(host) ? host : null;
    }

    // RFC 3986: what may stand in a URI, percent signs only before two hex digits
    [GeneratedRegex(@"\Ahttps?://(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|\[|\]|%[0-9A-Fa-f]{2})+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Ascii();

    [GeneratedRegex(@"\A(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex DomainName();

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();
}
