using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fraud.Contacts;

/// <summary>Looks, sixteen characters at a time, whether a text has a run of digits worth a closer look.</summary>
internal static class DigitRuns
{
    private const int Step = 16;

    /// <summary>Whether ASCII text may hold so many digits in a row, or so many digits and the signs between their groups; always true of other text.</summary>
    /// <param name="text">Canonical text.</param>
    /// <param name="inARow">Digits in a row, at most 16.</param>
    /// <param name="grouped">Digits and signs in a row, at most 16.</param>
    public static bool MayHold(ReadOnlySpan<char> text, int inARow, int grouped)
    {
        var (digits, group) = (0UL, 0UL);
        Span<ushort> end = stackalloc ushort[Step];
        for (; !text.IsEmpty; text = text[Math.Min(Step, text.Length)..])
        {
            var chunk = MemoryMarshal.Cast<char, ushort>(text);
            if (chunk.Length < Step)
            {
                chunk.CopyTo(end);
            }

            var units = Vector256.Create<ushort>(chunk.Length < Step ? end : chunk);
            if ((units & Vector256.Create((ushort)0xFF80)) != Vector256<ushort>.Zero)
            {
                return true;
            }

            var isDigit = Vector256.LessThanOrEqual(units - Vector256.Create((ushort)'0'), Vector256.Create((ushort)9));
            var isSign = Is(units, ' ') | Is(units, '-') | Is(units, '.') | Is(units, ')');
            // The chunk before stays below, for runs across the border
            digits = (digits >> Step) | ((ulong)isDigit.ExtractMostSignificantBits() << Step);
            group = (group >> Step) | ((ulong)(isDigit | isSign).ExtractMostSignificantBits() << Step);
            if (HasRun(digits, inARow) || HasRun(group, grouped))
            {
                return true;
            }
        }

        return false;
    }

    // Each round keeps the places from which twice as long a run goes on
    private static bool HasRun(ulong bits, int length)
    {
        for (var have = 1; have < length && bits != 0;)
        {
            var more = Math.Min(have, length - have);
            bits &= bits >> more;
            have += more;
        }

        return bits != 0;
    }

    private static Vector256<ushort> Is(Vector256<ushort> units, char c) => Vector256.Equals(units, Vector256.Create((ushort)c));
}
