namespace Fraud.Contacts;

/// <summary>The handle in a messenger's link; null when the link is to something else.</summary>
internal static class MessengerLinks
{
    /// <summary>Reads the path of a link to a messenger.</summary>
    public static string? Read(string kind, string path)
    {
        var segments = path.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            return kind == "xianyu" ? "goofish.com" : null;
        }

        return kind switch
        {
            "telegram" => Telegram(segments),
            "whatsapp" => WhatsApp(path, segments),
            "discord" => segments is ["invite", var code, ..] ? code : segments.Length == 1 && segments[0].All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && segments[0].Length is >= 2 and <= 32 ? segments[0] : null,
            "line" => segments is ["ti", "p" or "g", var id, ..] ? id : segments is ["R", "ti", "p", var at, ..] ? at : segments.Length == 1 ? segments[0] : null,
            "zalo" => segments[^1],
            _ => string.Join('/', segments),
        };
    }

    /// <summary>A user name in one case, an invitation hash in its own.</summary>
    public static string? Telegram(ReadOnlySpan<string> segments) => segments switch
    {
        ["joinchat", var hash, ..] => IsHash(hash) ? "+" + hash : null,
        ["s", var name, ..] => Name(name),
        [var hash, ..] when hash[0] == '+' => IsHash(hash[1..]) ? hash : null,
        ["share" or "proxy" or "socks" or "c" or "iv" or "addstickers" or "setlanguage" or "login" or "msg", ..] => null,
        ["addlist", var hash, ..] => IsHash(hash) ? "addlist/" + hash : null,
        [var name, ..] => Name(name),
        _ => null,
    };

    /// <summary>A Telegram user name, lower case; null when it cannot be one.</summary>
    public static string? Name(string name)
    {
        var fits = name.Length is >= 4 and <= 32 && char.IsAsciiLetter(name[0]) && name[^1] != '_' && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        return fits ? name.ToLowerInvariant() : null;
    }

    private static bool IsHash(string hash) => hash.Length is >= 8 and <= 64 && hash.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static string? WhatsApp(string path, string[] segments)
    {
        var phone = path.IndexOf("phone=", StringComparison.OrdinalIgnoreCase);
        var digits = phone >= 0 ? new string([.. path[(phone + 6)..].TakeWhile(c => char.IsAsciiDigit(c) || c == '+')]).TrimStart('+') : segments[0].TrimStart('+');
        return digits.Length is >= 6 and <= 15 && digits.All(char.IsAsciiDigit) ? "+" + digits : segments[^1].Length >= 8 ? segments[^1] : null;
    }
}
