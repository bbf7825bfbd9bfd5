namespace Fraud.Contacts;

/// <summary>Makes a contact of a host: a link, a messenger's invitation, a card shop, a look-alike, an invitation code.</summary>
internal sealed class LinkReader(ContactTables tables)
{
    private const int LongestPath = 2000;
    private const string EndsSentence = ".,;:!?'\"";

    /// <summary>Reads the link around a host; answers where to go on.</summary>
    public int Read(in ContactText text, HostFound host, ContactScan scan)
    {
        var canonical = text.Text;
        var (start, scheme) = Scheme(canonical, host.Start);
        var end = PathEnd(canonical, PortEnd(canonical, host.End), host.IsDisguised);
        if (scheme.Length == 0 && end == host.End && IsNoHost(text, host))
        {
            return host.End;
        }

        var path = Path(text, host.End, end);
        var span = text.ToOriginal(start, end);
        var known = tables.Messengers.GetValueOrDefault(host.Host) ?? tables.Messengers.GetValueOrDefault(Registered(host.Host));
        if (known is not null && MessengerLinks.Read(known, path) is { } handle)
        {
            scan.Add(known, handle, known is "alipay" ? "payee" : known is "taokouling" or "xianyu" ? "link" : "author", span, ContactRank.Address);
            return end;
        }

        scan.Add("url", $"{(scheme.Length == 0 ? "http" : scheme)}://{host.Host}{(path.Length == 0 || path[0] is '?' or '#' ? "/" + path : path)}", "link", span, ContactRank.Address);
        AddKinds(text, host, path, span, scan);
        return end;
    }

    private static string Path(in ContactText text, int from, int end) => text.CasedSlice(from, end).Replace(" ", "", StringComparison.Ordinal);

    private string Registered(string host) => host[Math.Max(0, tables.Vendors.Suffixes.RegisteredAt(host))..];

    private void AddKinds(in ContactText text, HostFound host, string path, Text.TextSpan span, ContactScan scan)
    {
        var hostSpan = text.ToOriginal(host.Start, host.End);
        if (tables.Vendors.FindImitated(host.Host) is { } imitated)
        {
            scan.Add("lookalike_domain", host.Host, "link", hostSpan, ContactRank.Nested, imitated);
        }

        var segments = path.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length >= 2 && tables.ShopLabels.Contains(host.Host[..host.Host.IndexOf('.')]) && tables.ShopPaths.Contains(segments[0].ToLowerInvariant()))
        {
            scan.Add("card_shop", $"{host.Host}/{segments[0]}/{segments[1]}", "link", span, ContactRank.Nested);
        }

        if (segments.Length >= 2 && tables.InvitePaths.Contains(segments[^2].ToLowerInvariant()) && segments[^1].Length is >= 4 and <= 16
            && segments[^1].All(char.IsAsciiLetterOrDigit) && segments[^1].Any(char.IsAsciiDigit))
        {
            scan.Add("invite", segments[^1], "author", span, ContactRank.Nested);
        }
    }

    // hxxps, h**p, http with a space: all are http
    private static (int Start, string Scheme) Scheme(ReadOnlySpan<char> text, int host)
    {
        var at = host;
        var slashes = text[..at].EndsWith("://", StringComparison.Ordinal) ? 3 : text[..at].EndsWith(":// ", StringComparison.Ordinal) ? 4 : text[..at].EndsWith("//", StringComparison.Ordinal) ? 2 : 0;
        if (slashes == 0)
        {
            return (host, "");
        }

        at -= slashes;
        var end = at;
        while (at > 0 && end - at < 8 && (char.IsAsciiLetterLower(text[at - 1]) || text[at - 1] is '*'))
        {
            at--;
        }

        return (at, end == at ? "http" : text[at..end] switch { "https" or "hxxps" or "h**ps" or "htxps" or "httpx" => "https", "ftp" => "ftp", _ => "http" });
    }

    private static int PortEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (at < text.Length && text[at] == ':' && end < text.Length && end - at <= 5 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > at + 1 ? end : at;
    }

    private static int PathEnd(ReadOnlySpan<char> text, int at, bool isDisguised)
    {
        if (isDisguised && text[at..].StartsWith(" / ", StringComparison.Ordinal))
        {
            var word = at + 3;
            while (word < text.Length && (char.IsAsciiLetterOrDigit(text[word]) || text[word] is '_' or '-' or '+'))
            {
                word++;
            }

            return word > at + 3 ? word : at;
        }

        if (at >= text.Length || text[at] is not ('/' or '?' or '#'))
        {
            return at;
        }

        var end = at;
        while (end < text.Length && end - at < LongestPath && IsPath(text[end]))
        {
            end++;
        }

        // A closing bracket belongs to the link only when it was opened inside
        var open = text[at..end].Count(')') - text[at..end].Count('(');
        while (end > at && (EndsSentence.Contains(text[end - 1], StringComparison.Ordinal) || (text[end - 1] == ')' && open > 0)))
        {
            open -= text[--end] == ')' ? 1 : 0;
        }

        return end;
    }

    private static bool IsPath(char c) => c is > ' ' and < '\u007F' and not ('<' or '>' or '"' or '`' or '{' or '}' or '|' or '\\' or '^' or '[' or ']');

    private bool IsNoHost(in ContactText text, HostFound host)
    {
        var (before, after) = (host.Start > 0 ? text.Text[host.Start - 1] : ' ', host.End < text.Text.Length ? text.Text[host.End] : ' ');
        if (before is '/' or '\\' or '.' or '$' or '@' || after is '(' or '[' or '=' or '_' || tables.NotHosts.Contains(host.Host))
        {
            return true;
        }

        var top = host.Host.LastIndexOf('.') + 1;
        if (host.Labels == 2 && !host.IsDisguised && tables.BareEndings.Contains(host.Host[top..]))
        {
            return true;
        }

        // "works.It is": the next sentence; 3.5.me: a version
        var topAt = host.End - (host.Host.Length - top);
        var isSentence = topAt > host.Start && char.IsAsciiLetterUpper(text.Cased(topAt)) && !char.IsAsciiLetterUpper(text.Cased(host.Start));
        var numeric = host.Host[..(top - 1)].All(c => char.IsAsciiDigit(c) || c == '.');
        return isSentence || (numeric && (host.Labels > 2 || top <= 3));
    }
}
