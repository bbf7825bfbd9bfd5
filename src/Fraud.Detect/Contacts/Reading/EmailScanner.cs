namespace Fraud.Contacts;

/// <summary>The name before the host of an e-mail address: @, [at], (at), " at ".</summary>
internal static class EmailScanner
{
    private const int LongestName = 64;
    private const int Explanation = 80;
    private static readonly string[] Signs = ["[at]", "(at)", "{at}", "[@]", "(@)", " [at] ", " (at) ", " at ", " @ ", "#"];

    /// <summary>Finds the name that ends before a host. <paramref name="isPlain"/> is false for signs that need a disguised host as well.</summary>
    public static bool FindLocal(ReadOnlySpan<char> text, int host, out int start, out bool isPlain)
    {
        (start, isPlain) = (host, true);
        if (host < 2)
        {
            return false;
        }

        var end = text[host - 1] == '@' ? host - 1 : -1;
        for (var i = 0; end < 0 && i < Signs.Length; i++)
        {
            if (text[..host].EndsWith(Signs[i], StringComparison.Ordinal))
            {
                end = host - Signs[i].Length;
                isPlain = Signs[i] is not (" at " or " @ " or "#");
            }
        }

        if (end <= 0)
        {
            return false;
        }

        start = end;
        while (start > 0 && end - start <= LongestName && IsName(text[start - 1]))
        {
            start--;
        }

        while (start < end && text[start] is '.' or '-' or '+')
        {
            start++;
        }

        return end - start is > 0 and <= LongestName && text[end - 1] != '.';
    }

    /// <summary>Whether words near the address say that # stands for @.</summary>
    public static bool IsExplained(ReadOnlySpan<char> text, int at) =>
        text[Math.Max(0, at - Explanation)..Math.Min(text.Length, at + Explanation)].Contains("换@", StringComparison.Ordinal);

    public static void Add(in ContactText text, int local, HostFound host, ContactScan scan)
    {
        var name = local;
        while (name < host.Start && IsName(text.Text[name]))
        {
            name++;
        }

        scan.Add("email", $"{text.Text[local..name]}@{host.Host}", "author", text.ToOriginal(local, host.End), ContactRank.Address);
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';
}
