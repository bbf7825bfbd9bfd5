using System.Text;

namespace Fraud.Scanning;

/// <summary>
/// Reads the mark by which a line says that its key is known and harmless: "fraud:allow", or "fraud:allow key.github" for some rules only;
/// "fraud:allow-next-line" speaks for the line below it.
/// </summary>
internal static class AllowMark
{
    private const int MaxLine = 4096;
    private static readonly byte[] _mark = "fraud:allow"u8.ToArray();
    private static readonly byte[] _next = "-next-line"u8.ToArray();

    /// <summary>Whether the lines of a finding, or the line before them, allow its rule.</summary>
    public static bool Covers(ReadOnlySpan<byte> text, int start, int end, string rule)
    {
        var from = text[Math.Max(0, start - MaxLine)..start];
        var lineStart = start - from.Length + from.LastIndexOf((byte)'\n') + 1;
        var head = text[start..end].IndexOf((byte)'\n') is var inside && inside >= 0 ? text[lineStart..(start + inside)] : text[lineStart..LineEnd(text, end)];
        return Allows(head, rule, next: false) || (inside >= 0 && Allows(text[end..LineEnd(text, end)], rule, next: false))
            || (lineStart > 0 && Allows(LineBefore(text[..(lineStart - 1)]), rule, next: true));
    }

    private static int LineEnd(ReadOnlySpan<byte> text, int at)
    {
        var rest = text.Slice(at, Math.Min(MaxLine, text.Length - at));
        return at + (rest.IndexOf((byte)'\n') is >= 0 and var length ? length : rest.Length);
    }

    private static ReadOnlySpan<byte> LineBefore(ReadOnlySpan<byte> text)
    {
        var tail = text[Math.Max(0, text.Length - MaxLine)..];
        return tail[(tail.LastIndexOf((byte)'\n') + 1)..];
    }

    private static bool Allows(ReadOnlySpan<byte> line, string rule, bool next)
    {
        for (int at; (at = line.IndexOf(_mark)) >= 0;)
        {
            line = line[(at + _mark.Length)..];
            if (line.StartsWith(_next) == next && IsFor(next ? line[_next.Length..] : line, rule))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without names it is for every rule; a name is a rule's id or the beginning of one, up to a dot.</summary>
    private static bool IsFor(ReadOnlySpan<byte> after, string rule)
    {
        var words = Encoding.Latin1.GetString(after[..Math.Min(after.Length, 512)]).Split([' ', '\t', ',', ';', '='], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var names = words.TakeWhile(w => w.StartsWith("key.", StringComparison.Ordinal)).ToList();
        return names.Count == 0 || names.Exists(n => rule == n || rule.StartsWith(n + ".", StringComparison.Ordinal));
    }
}
