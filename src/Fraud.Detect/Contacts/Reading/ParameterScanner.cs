namespace Fraud.Contacts;

/// <summary>Finds affiliate and invitation parameters: ?aff=AB12.</summary>
internal sealed class ParameterScanner(ContactTables tables)
{
    private const int LongestCode = 32;
    private const int LongestGeneric = 12;
    private const int LongestName = 12;

    /// <summary>Reads the parameter behind a ? or &amp;; answers where to go on.</summary>
    public int Read(in ContactText text, int at, ContactScan scan)
    {
        var canonical = text.Text;
        var end = at + 1;
        while (end < canonical.Length && end - at <= LongestName && (char.IsAsciiLetterLower(canonical[end]) || canonical[end] == '_'))
        {
            end++;
        }

        if (end >= canonical.Length || canonical[end] != '=' || !tables.InviteParameters.Contains(canonical[(at + 1)..end].ToString()))
        {
            return at + 1;
        }

        var (from, to) = (end + 1, end + 1);
        while (to < canonical.Length && to - from <= LongestCode && (char.IsAsciiLetterOrDigit(canonical[to]) || canonical[to] is '_' or '-'))
        {
            to++;
        }

        // ?code= is many things; a path behind it is none of them
        var most = tables.GenericParameters.Contains(canonical[(at + 1)..end].ToString()) ? LongestGeneric : LongestCode;
        var goesOn = to < canonical.Length && canonical[to] is '/' or '%' or '.';
        if (to - from >= 2 && to - from <= most && !goesOn)
        {
            scan.Add("invite", text.CasedSlice(from, to), "author", text.ToOriginal(from, to), ContactRank.Nested);
        }

        return Math.Max(at + 1, to - 1);
    }
}
