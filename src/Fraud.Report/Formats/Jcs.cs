using System.Globalization;
using System.Text;

namespace Fraud.Report.Formats;

/// <summary>JSON Canonicalization Scheme (RFC 8785) for an object whose values are all texts.</summary>
public static class Jcs
{
    /// <summary>The canonical text: names sorted by UTF-16 unit, no spaces, the fewest escapes.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var text = new StringBuilder("{");
        foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 1 ? "" : ",");
            Append(text, name);
            text.Append(':');
            Append(text, value);
        }

        return text.Append('}').ToString();
    }

    private static void Append(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
