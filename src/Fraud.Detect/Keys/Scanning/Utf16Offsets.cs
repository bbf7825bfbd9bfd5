using System.Text;
using Fraud.Findings;

namespace Fraud.Keys.Scanning;

/// <summary>Turns byte offsets of UTF-8 into units of the string it was made from.</summary>
internal static class Utf16Offsets
{
    public static KeyFinding[] From(IReadOnlyList<KeyFinding> findings, ReadOnlySpan<byte> utf8)
    {
        var moved = new KeyFinding[findings.Count];
        var (bytes, units) = (0, 0);
        for (var i = 0; i < moved.Length; i++)
        {
            var finding = findings[i];
            var start = units + Encoding.UTF8.GetCharCount(utf8[bytes..finding.Start]);
            var end = start + Encoding.UTF8.GetCharCount(utf8[finding.Start..finding.End]);
            moved[i] = finding with { Start = start, End = end };
            (bytes, units) = (finding.End, end);
        }

        return moved;
    }
}
