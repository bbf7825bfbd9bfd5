using System.Text;
using System.Text.RegularExpressions;

namespace Fraud.Collect.Decoding;

/// <summary>Finds the charset a page declares: byte order mark, header, then the page itself.</summary>
internal static partial class CharsetDeclaration
{
    // Browsers look at the first 1024 bytes; many pages put scripts before their meta
    private const int PrescanBytes = 8192;

    // The pages of a site all say the same
    private static volatile Header? _last;

    public static Charset? FromByteOrderMark(ReadOnlySpan<byte> body, out int length)
    {
        (var charset, length) = body switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Charsets.Utf8, 3),
            [0xFE, 0xFF, ..] => (Charsets.Utf16Be, 2),
            [0xFF, 0xFE, ..] => (Charsets.Utf16Le, 2),
            _ => (null, 0),
        };
        return charset;
    }

    public static Charset? FromHeader(string contentType)
    {
        if (_last is { } last && last.ContentType == contentType)
        {
            return last.Charset;
        }

        var match = HeaderCharset().Match(contentType);
        var charset = match.Success ? Charsets.Find(match.Groups[1].Value) : null;
        _last = new(contentType, charset);
        return charset;
    }

    public static Charset? FromContent(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, PrescanBytes)]);
        var xml = XmlEncoding().Match(head);
        if (xml.Success && Usable(xml.Groups[1].Value) is { } declared)
        {
            return declared;
        }

        foreach (Match match in MetaCharset().Matches(Comment().Replace(head, "")))
        {
            if (Usable(match.Groups[1].Value) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // A declaration that can be read as ASCII is not in UTF-16, whatever it says
    private static Charset? Usable(string label) => Charsets.Find(label) is { } charset && (charset == Charsets.Utf16Le || charset == Charsets.Utf16Be) ? Charsets.Utf8 : Charsets.Find(label);

    private sealed record Header(string ContentType, Charset? Charset);

    // No two repetitions that could share their characters: each text is read a bounded number of times
    [GeneratedRegex("""charset\s*=\s*(?:["']\s*)?([A-Za-z0-9_:.\-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeaderCharset();

    [GeneratedRegex("""<meta[\s/][^>]*?charset\s*=\s*(?:["']\s*)?([A-Za-z0-9_:.\-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaCharset();

    [GeneratedRegex("""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']\s*([A-Za-z0-9_:.\-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex XmlEncoding();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();
}
