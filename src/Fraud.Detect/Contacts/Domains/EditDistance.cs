namespace Fraud.Contacts;

/// <summary>Whether one typing slip lies between two words.</summary>
internal static class EditDistance
{
    /// <summary>Whether exactly one letter is added, lost or changed, or two neighbours are swapped.</summary>
    public static bool IsOne(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (Math.Abs(left.Length - right.Length) > 1 || left.SequenceEqual(right))
        {
            return false;
        }

        var same = left.CommonPrefixLength(right);
        var a = left[same..];
        var b = right[same..];
        if (a.Length == b.Length)
        {
            return a[1..].SequenceEqual(b[1..]) || (a.Length >= 2 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
        }

        return a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
    }
}
