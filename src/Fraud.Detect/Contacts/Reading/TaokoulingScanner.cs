using System.Buffers;
using Fraud.Text;

namespace Fraud.Contacts;

/// <summary>Finds 淘口令: a code of letters and digits between two currency signs, in the original text since folding makes ￥ of ¥.</summary>
internal static class TaokoulingScanner
{
    private const int Least = 8;
    private const int Longest = 16;
    private static readonly SearchValues<char> Signs = SearchValues.Create("￥¥€₤₳¢₴₰₵£＄$");

    public static void Read(string text, ContactScan scan)
    {
        for (var at = text.AsSpan().IndexOfAny(Signs); at >= 0 && !scan.IsFull;)
        {
            var code = text.AsSpan(at + 1);
            code = code[..Math.Min(code.Length, Longest + 1)];
            var length = code.IndexOfAny(Signs);
            if (length is >= Least and <= Longest && IsCode(code[..length]))
            {
                scan.Add("taokouling", code[..length].ToString(), "link", new TextSpan(at, at + length + 2), ContactRank.Checked);
                at += length + 1;
            }

            var next = text.AsSpan(at + 1).IndexOfAny(Signs);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static bool IsCode(ReadOnlySpan<char> code)
    {
        var (upper, lower, digits) = (0, 0, 0);
        foreach (var c in code)
        {
            upper += char.IsAsciiLetterUpper(c) ? 1 : 0;
            lower += char.IsAsciiLetterLower(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return upper + lower + digits == code.Length && upper > 0 && lower + digits > 0;
    }
}
