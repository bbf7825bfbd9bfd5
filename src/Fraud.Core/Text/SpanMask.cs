namespace Fraud.Text;

/// <summary>Hides parts of a text without moving the rest, so that offsets found before stay right after.</summary>
public static class SpanMask
{
    /// <summary>The mask character (U+2022).</summary>
    public const char Mark = '\u2022';

    /// <summary>Replaces every unit inside the spans by <see cref="Mark"/>; parts outside the text are ignored.</summary>
    public static string Hide(string text, IEnumerable<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spans);
        char[]? masked = null;
        foreach (var span in spans)
        {
            var start = Math.Clamp(span.Start, 0, text.Length);
            var end = Math.Clamp(span.End, start, text.Length);
            if (end > start)
            {
                masked ??= text.ToCharArray();
                masked.AsSpan(start, end - start).Fill(Mark);
            }
        }

        return masked is null ? text : new string(masked);
    }
}
