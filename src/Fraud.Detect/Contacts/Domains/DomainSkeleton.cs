using System.Globalization;
using System.Text;

namespace Fraud.Contacts;

/// <summary>Two names that look alike have one skeleton, in the way of UTS #39: marks off, letters of other scripts to the Latin ones they are drawn like, 0 to o, 1 and i to l, rn to m, vv to w, cl to d.</summary>
internal static class DomainSkeleton
{
    // Pairs of a look-alike and what it is drawn like
    private const string Alike =
        "аaеeоoрpсcуyхxіiјjѕsԁdһhӏlқkνvαaοoρpτtκkιiυuωwηnмmтtнhвbкkгrпnшwаaɑaɡgıiɩiʟlɴnʀrʏyꜱsßbðdøołlđdħhŧtƅbƙkǀlаaοoօoսuղnհhցgքpѵvԛqԝwєeзeґrьbъb";

    private static readonly Dictionary<char, char> Table = Enumerable.Range(0, Alike.Length / 2).DistinctBy(i => Alike[2 * i]).ToDictionary(i => Alike[2 * i], i => Alike[(2 * i) + 1]);

    /// <summary>The skeleton of a lower-case label.</summary>
    public static string Of(string label)
    {
        var plain = new StringBuilder(label.Length);
        foreach (var c in Decompose(label))
        {
            var letter = Table.GetValueOrDefault(c, c);
            var mark = CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
            if (!mark)
            {
                plain.Append(letter switch { '0' => 'o', '1' or 'i' or '|' or '!' => 'l', '5' => 's', '3' => 'e', _ => letter });
            }
        }

        return plain.Replace("rn", "m").Replace("vv", "w").Replace("cl", "d").ToString();
    }

    // A lone surrogate cannot be decomposed and stays as it is
    private static string Decompose(string label)
    {
        foreach (var rune in label.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD)
            {
                return label;
            }
        }

        return label.Normalize(NormalizationForm.FormKD);
    }
}
