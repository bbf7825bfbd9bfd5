using System.Text;

namespace Fraud.Contacts;

/// <summary>Decodes xn-- labels (RFC 3492); a label that does not decode comes back as it is.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int LongestLabel = 63;

    /// <summary>The label in its own letters.</summary>
    public static string Decode(string label)
    {
        if (!label.StartsWith("xn--", StringComparison.Ordinal) || label.Length > LongestLabel)
        {
            return label;
        }

        var encoded = label.AsSpan(4);
        var mark = encoded.LastIndexOf('-');
        var points = new List<int>();
        foreach (var c in encoded[..Math.Max(0, mark)])
        {
            points.Add(c);
        }

        return TryInsert(encoded[(mark + 1)..], points) ? Text(points) : label;
    }

    private static bool TryInsert(ReadOnlySpan<char> digits, List<int> points)
    {
        var (n, index, bias) = (128, 0, 72);
        for (var at = 0; at < digits.Length;)
        {
            var (old, weight) = (index, 1);
            for (var k = Base; ; k += Base)
            {
                var digit = at < digits.Length ? DigitOf(digits[at++]) : -1;
                if (digit < 0 || digit > (int.MaxValue - index) / weight)
                {
                    return false;
                }

                index += digit * weight;
                var threshold = Math.Clamp(k - bias, 1, 26);
                if (digit < threshold)
                {
                    break;
                }

                if (weight > int.MaxValue / (Base - threshold))
                {
                    return false;
                }

                weight *= Base - threshold;
            }

            bias = Adapt(index - old, points.Count + 1, old == 0);
            n += index / (points.Count + 1);
            index %= points.Count + 1;
            if (!Rune.IsValid(n))
            {
                return false;
            }

            points.Insert(index++, n);
        }

        return true;
    }

    private static int Adapt(int delta, int count, bool first)
    {
        delta = first ? delta / 700 : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > 455; k += Base)
        {
            delta /= 35;
        }

        return k + (36 * delta / (delta + 38));
    }

    private static int DigitOf(char c) => c switch { >= 'a' and <= 'z' => c - 'a', >= '0' and <= '9' => c - '0' + 26, _ => -1 };

    private static string Text(List<int> points)
    {
        var text = new StringBuilder();
        foreach (var point in points)
        {
            text.Append(new Rune(point).ToString());
        }

        return text.ToString();
    }
}
