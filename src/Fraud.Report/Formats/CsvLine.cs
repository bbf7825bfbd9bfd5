using System.Buffers;
using System.Text;

namespace Fraud.Report.Formats;

/// <summary>One CSV record that a spreadsheet shows as text, whatever an author wrote.</summary>
internal static class CsvLine
{
    // Full-width signs start a formula in East Asian spreadsheets; a tab or line end may be stripped and bare the sign behind it
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");
    // The semicolon and the tab part cells where a comma does not
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t");

    /// <summary>The record with its CRLF.</summary>
    public static string Write(IEnumerable<string> cells)
    {
        var line = new StringBuilder();
        foreach (var cell in cells)
        {
            Append(line, cell);
            line.Append(',');
        }

        line.Length--;
        return line.Append("\r\n").ToString();
    }

    private static void Append(StringBuilder line, string cell)
    {
        // A reader written in C ends at NUL
        var text = cell.Replace('\0', '\uFFFD');
        var guarded = IsFormula(text) ? "'" + text : text;
        if (guarded.AsSpan().IndexOfAny(Quoted) < 0)
        {
            line.Append(guarded);
            return;
        }

        line.Append('"').Append(guarded.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private static bool IsFormula(string text)
    {
        var start = text.AsSpan().TrimStart(" \u00A0\u3000\uFEFF");
        return start.Length > 0 && FormulaStarts.Contains(start[0]);
    }
}
