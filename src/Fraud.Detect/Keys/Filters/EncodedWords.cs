using Fraud.Keys.Checks;

namespace Fraud.Keys.Filters;

/// <summary>Tells base64 of a sentence, a name or a stand-in from base64 of random bytes.</summary>
internal static class EncodedWords
{
    private const int MinLength = 16;
    private const int MaxLength = 400;
    private const double WordEvidence = 8;

    /// <summary>Whether the token, decoded, is printable and made of words or a stand-in. Random bytes are hardly ever printable throughout.</summary>
    public static bool Is(ReadOnlySpan<byte> token)
    {
        if (token.Length is < MinLength or > MaxLength)
        {
            return false;
        }

        Span<byte> buffer = stackalloc byte[MaxLength];
        var text = Base64Text.Decode(token, buffer);
        return text.Length > 0 && !text.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            && (LetterPairs.Evidence(text) >= WordEvidence || Placeholder.Is(text));
    }
}
