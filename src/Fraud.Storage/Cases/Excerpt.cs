namespace Fraud.Storage.Cases;

/// <summary>The line of a case in the queue.</summary>
internal static class Excerpt
{
    private const int MaxLength = 160;

    /// <summary>First line that holds anything, at most 160 UTF-16 units, never half a character.</summary>
    public static string Of(string body)
    {
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (text.Length > 0)
            {
                var length = Math.Min(MaxLength, text.Length);
                return text[..(length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].ToString();
            }
        }

        return "";
    }
}
