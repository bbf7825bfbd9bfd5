namespace Fraud.Collect.Decoding;

/// <summary>Turns the bytes of a page into text.</summary>
public static class PageText
{
    /// <summary>
    /// Decodes by byte order mark, else by the charset of the header, else by the page's own declaration, else by what the bytes look like. A declaration that the
    /// bytes contradict is overruled when another charset fits them without fault. Any bytes decode.
    /// </summary>
    /// <param name="body">The body after content decoding.</param>
    /// <param name="contentType">Content-Type header; empty when absent.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> body, string contentType)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        if (CharsetDeclaration.FromByteOrderMark(body, out var mark) is { } marked)
        {
            return new(marked.Decode(body[mark..]), marked.Name);
        }

        var declared = CharsetDeclaration.FromHeader(contentType) ?? CharsetDeclaration.FromContent(body);
        if (declared is null)
        {
            var detected = CharsetDetector.Detect(body);
            return new(detected.Decode(body), detected.Name);
        }

        var text = declared.Decode(body);
        if (CharsetDetector.Faults(text) > CharsetDetector.Tolerated(text.Length))
        {
            var better = CharsetDetector.Detect(body);
            var other = better.Decode(body);
            if (CharsetDetector.Faults(other) * 4 < CharsetDetector.Faults(text))
            {
                return new(other, better.Name);
            }
        }

        return new(text, declared.Name);
    }
}
