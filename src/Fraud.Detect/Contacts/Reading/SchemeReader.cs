namespace Fraud.Contacts;

/// <summary>Links of a scheme of their own, without a host: tg://resolve?domain=…, weixin://…, wxp://…</summary>
internal static class SchemeReader
{
    private const int Longest = 200;

    /// <summary>Reads the link around a colon; answers where to go on.</summary>
    public static int Read(in ContactText text, int colon, ContactScan scan)
    {
        var canonical = text.Text;
        if (!canonical[colon..].StartsWith("://", StringComparison.Ordinal))
        {
            return colon + 1;
        }

        var start = colon;
        while (start > 0 && colon - start < 8 && char.IsAsciiLetterLower(canonical[start - 1]))
        {
            start--;
        }

        var end = colon + 3;
        while (end < canonical.Length && end - colon < Longest && canonical[end] is > ' ' and < '\u007F')
        {
            end++;
        }

        var rest = text.CasedSlice(colon + 3, end);
        var (kind, value, role) = canonical[start..colon] switch
        {
            "tg" => ("telegram", Telegram(rest), "author"),
            "weixin" => ("wechat", rest.TrimEnd('/'), "author"),
            "wxp" => ("wechat_pay", rest.TrimEnd('/'), "payee"),
            "alipays" or "alipayqr" => ("alipay", rest.TrimEnd('/'), "payee"),
            _ => ("", null, ""),
        };
        if (string.IsNullOrEmpty(value))
        {
            return colon + 1;
        }

        scan.Add(kind, value, role, text.ToOriginal(start, end), ContactRank.Address);
        return end;
    }

    private static string? Telegram(string rest)
    {
        var domain = rest.IndexOf("domain=", StringComparison.OrdinalIgnoreCase);
        if (domain >= 0)
        {
            return MessengerLinks.Name(new([.. rest[(domain + 7)..].TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_')]));
        }

        var invite = rest.IndexOf("invite=", StringComparison.OrdinalIgnoreCase);
        return invite >= 0 ? MessengerLinks.Telegram(["joinchat", new([.. rest[(invite + 7)..].TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')])]) : null;
    }
}
