using System.Globalization;
using System.Text;

namespace Fraud.Contacts;

/// <summary>Two names that look alike have one skeleton, in the way of UTS #39: marks off, letters of other scripts to the Latin ones they are drawn like, 0 to o, 1 and i to l, rn to m, vv to w, cl to d.</summary>
internal static class DomainSkeleton
{
    /// <summary>Longest label of a domain.</summary>
    public const int Longest = 63;

    // Pairs of a look-alike and what it is drawn like
    private const string Alike =
        "аaеeоoрpсcуyхxіiјjѕsԁdһhӏlқkνvαaοoρpτtκkιiυuωwηnмmтtнhвbкkгrпnшwaaɑaɡgıiɩiʟlɴnʀrʏyꜱsßbðdøołlđdħhŧtƅbƙkǀlаaοoօoսuղnհhցgքpѵvԛqԝwєeзeґrьbъb";

    private static readonly Dictionary<char, char> Table = Enumerable.Range(0, Alike.Length / 2).DistinctBy(i => Alike[2 * i]).ToDictionary(i => Alike[2 * i], i => Alike[(2 * i) + 1]);

    /// <summary>The skeleton of a lower-case label.</summary>
    public static string Of(string label)
    {
        Span<char> skeleton = stackalloc char[Longest];
        return label.Length > Longest ? label : new(skeleton[..Write(label, skeleton)]);
    }

    /// <summary>Writes the skeleton; answers its length, which is never above that of the label.</summary>
    public static int Write(ReadOnlySpan<char> label, Span<char> skeleton)
    {
        if (!Ascii.IsValid(label))
        {
            label = Fold(label);
        }

        var length = 0;
        foreach (var c in label[..Math.Min(label.Length, Longest)])
        {
            skeleton[length++] = c switch { '0' => 'o', '1' or 'i' or '|' or '!' => 'l', '5' => 's', '3' => 'e', _ => c };
            if (length > 1 && Merged(skeleton[length - 2], skeleton[length - 1]) is var one and not '\0')
            {
                skeleton[--length - 1] = one;
            }
        }

        return length;
    }

    private static char Merged(char first, char second) => (first, second) switch { ('r', 'n') => 'm', ('v', 'v') => 'w', ('c', 'l') => 'd', _ => '\0' };

    private static string Fold(ReadOnlySpan<char> label)
    {
        var plain = new StringBuilder(label.Length);
        foreach (var c in Decompose(label))
        {
            var letter = Table.GetValueOrDefault(c, c);
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    // A lone surrogate cannot be decomposed and stays as it is
    private static string Decompose(ReadOnlySpan<char> label)
    {
        foreach (var rune in label.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD)
            {
                return label.ToString();
            }
        }

        return label.ToString().Normalize(NormalizationForm.FormKD);
    }
}
