using System.Text;

namespace Fraud.Report.Tests.Formats;

/// <summary>A strict reader of RFC 4180: throws on what the grammar does not allow.</summary>
internal static class Rfc4180
{
    public static List<string[]> Read(string text)
    {
        var records = new List<string[]>();
        var cells = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            cells.Add(Cell(text, ref i));
            if (text[i] == ',')
            {
                i++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(i, 2));
            i += 2;
            records.Add([.. cells]);
            cells.Clear();
        }

        return records;
    }

    private static string Cell(string text, ref int i)
    {
        var cell = new StringBuilder();
        if (text[i] != '"')
        {
            for (; text[i] is not (',' or '\r'); i++)
            {
                Assert.True(text[i] is not ('"' or '\n'), "a bare quote or line feed");
                cell.Append(text[i]);
            }

            return cell.ToString();
        }

        for (i++; text[i] != '"' || text[i + 1] == '"'; i++)
        {
            i += text[i] == '"' ? 1 : 0;
            cell.Append(text[i]);
        }

        i++;
        return cell.ToString();
    }
}
