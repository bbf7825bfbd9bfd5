namespace Fraud.Contacts;

/// <summary>Reads runs of letters and digits that say by their shape or check digit what they are: telephone and card numbers, identity numbers, coin addresses, licences.</summary>
internal sealed class RunScanner(ContactTables tables)
{
    private const int ShortestAddress = 25;
    private const int CueReach = 24;

    /// <summary>Reads the run of letters and digits that begins at a place; answers where to go on.</summary>
    public int Read(in ContactText text, int at, ContactScan scan)
    {
        var canonical = text.Text;
        var end = at;
        while (end < canonical.Length && char.IsAsciiLetterOrDigit(canonical[end]))
        {
            end++;
        }

        var length = end - at;
        if (length >= ShortestAddress && ReadAddress(text, at, end, scan))
        {
            return end;
        }

        if (length == 18 && ReadEighteen(text, at, end, scan))
        {
            return end;
        }

        if (char.IsAsciiLetter(canonical[at]))
        {
            var isId = length is >= 7 and <= 10 && (char.IsAsciiDigit(canonical[at + 1]) || char.IsAsciiDigit(canonical[at + 2])) && ReadLettered(text, at, end, scan);
            if (!isId && length is 2 or 3)
            {
                ReadLicence(text, at, end, scan);
            }

            return end;
        }

        return NumberReader.Read(text, at, scan) is var next && next > at ? Math.Max(next, end) : end;
    }

    private bool ReadAddress(in ContactText text, int at, int end, ContactScan scan)
    {
        if (end - at > 74)
        {
            return false;
        }

        Span<char> run = stackalloc char[end - at];
        for (var i = at; i < end; i++)
        {
            run[i - at] = text.Cased(i);
        }

        var (kind, value) = Coins.Recognize(run, text.Text[Math.Max(0, at - CueReach)..at]);
        if (kind.Length == 0)
        {
            return false;
        }

        var known = tables.Contracts.GetValueOrDefault(value, "");
        scan.Add(kind, value, known.Length > 0 ? "link" : "payee", text.ToOriginal(at, end), ContactRank.Checked, known);
        return true;
    }

    private static bool ReadEighteen(in ContactText text, int at, int end, ContactScan scan)
    {
        Span<char> run = stackalloc char[18];
        for (var i = 0; i < 18; i++)
        {
            run[i] = char.ToUpperInvariant(text.Text[at + i]);
        }

        if (IdNumbers.IsMainland(run))
        {
            scan.Add("cn_id", Masks.All(18, run[^2..]), "reported", text.ToOriginal(at, end), ContactRank.Checked);
            return true;
        }

        if (IdNumbers.IsCompany(run))
        {
            scan.Add("uscc", new(run), "author", text.ToOriginal(at, end), ContactRank.Checked);
            return true;
        }

        return false;
    }

    // A123456789, A1234563 and A123456(3)
    private static bool ReadLettered(in ContactText text, int at, int end, ContactScan scan)
    {
        var canonical = text.Text;
        Span<char> run = stackalloc char[end - at];
        var upper = true;
        for (var i = at; i < end; i++)
        {
            var cased = text.Cased(i);
            upper &= !char.IsAsciiLetterLower(cased);
            run[i - at] = char.ToUpperInvariant(cased);
        }

        var letters = run.IndexOfAnyInRange('0', '9');
        var before = canonical[Math.Max(0, at - CueReach)..at];
        if (letters is not (1 or 2) || run[letters..].ContainsAnyExceptInRange('0', '9') && !(run.Length == letters + 7 && run[^1] == 'A' && !run[letters..^1].ContainsAnyExceptInRange('0', '9')))
        {
            return false;
        }

        if (letters == 1 && IdNumbers.IsTaiwan(run) && (upper || IdCues.IsNear(before)))
        {
            scan.Add("tw_id", Masks.All(10, run[^2..]), "reported", text.ToOriginal(at, end), ContactRank.Checked);
            return true;
        }

        var bracketed = run.Length == letters + 6 && end + 2 < canonical.Length && canonical[end] == '(' && canonical[end + 2] == ')';
        var check = bracketed ? char.ToUpperInvariant(canonical[end + 1]) : run[^1];
        var digits = run[letters..];
        if ((bracketed || (digits.Length == 7 && IdCues.IsNear(before))) && IdNumbers.IsHongKong(run[..letters], digits[..6], check))
        {
            scan.Add("hk_id", Masks.All(letters + 7, [digits[5], check]), "reported", text.ToOriginal(at, bracketed ? end + 3 : end), ContactRank.Checked);
            return true;
        }

        return false;
    }

    // 京ICP备12345678号-1, B2-20201234
    private static void ReadLicence(in ContactText text, int at, int end, ContactScan scan)
    {
        var canonical = text.Text;
        var rest = canonical[end..];
        var isFiling = canonical[at..end] is "icp" && rest.Length > 9 && rest[0] is '备' or '证';
        var isTelecom = end - at == 2 && canonical[at] is 'a' or 'b' && canonical[at + 1] is '1' or '2' && rest.Length > 8 && rest[0] == '-';
        if (!isFiling && !isTelecom)
        {
            return;
        }

        var (from, to) = (end + 1, end + 1);
        from = to += to < canonical.Length && canonical[to] is '字' or ' ' ? 1 : 0;
        while (to < canonical.Length && char.IsAsciiDigit(canonical[to]))
        {
            to++;
        }

        if (to - from is < 6 or > 10)
        {
            return;
        }

        var start = isFiling && at > 0 && canonical[at - 1] is >= '\u4E00' and <= '\u9FFF' ? at - 1 : at;
        if (isFiling && to < canonical.Length && canonical[to] == '号')
        {
            to++;
            var site = to + 1;
            while (to < canonical.Length && canonical[to] == '-' && site < canonical.Length && char.IsAsciiDigit(canonical[site]))
            {
                site++;
            }

            to = site > to + 1 ? site : to;
        }

        scan.Add(isFiling ? "icp" : "telecom_licence", canonical[start..to].ToString().ToUpperInvariant(), "author", text.ToOriginal(start, to), ContactRank.Checked);
    }
}
