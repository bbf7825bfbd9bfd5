using Fraud.Keys.Filters;

namespace Fraud.Keys.Checks;

/// <summary>A password somebody chose: not a variable, path, call or plain word.</summary>
internal sealed class PasswordCheck : IKeyCheck
{
    // Letters alone that no word, name or abbreviation is likely to have side by side
    private const double Gibberish = -4;

    public string Name => "password";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        if (Names.IsDate(token) || EncodedWords.Is(token))
        {
            return false;
        }

        int digits = 0, upper = 0, lower = 0, signs = 0;
        for (var i = 0; i < token.Length; i++)
        {
            var b = token[i];
            if (IsEscape(token[i..]))
            {
                // %2F stands for a sign, its digit is none of the password's
                signs++;
                i += 2;
                continue;
            }

            digits += char.IsAsciiDigit((char)b) ? 1 : 0;
            upper += char.IsAsciiLetterUpper((char)b) ? 1 : 0;
            lower += char.IsAsciiLetterLower((char)b) ? 1 : 0;
            signs += char.IsAsciiLetterOrDigit((char)b) ? 0 : 1;
        }

        var kinds = (digits > 0 ? 1 : 0) + (upper > 0 ? 1 : 0) + (lower > 0 ? 1 : 0) + (signs > 0 ? 1 : 0);
        // CRAM-MD5, SMTP_AUTH_2: the name of a constant
        if (lower == 0 && digits <= 2 && upper >= 4 && Names.IsConstant(token) && (digits == 0 || LetterPairs.Evidence(token) > Gibberish))
        {
            return false;
        }

        return digits == 0 ? upper + lower >= 8 && !IsReference(token) && LetterPairs.Evidence(token) < Gibberish
            : kinds >= 2 && upper + lower > 0 && !IsReference(token) && (kinds >= 3 || LetterPairs.Evidence(token) < 4);
    }

    /// <summary>"123,other" as in "host:123,other:456", which some connection strings have.</summary>
    private static bool IsPort(ReadOnlySpan<byte> token) =>
        token.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is > 0 and <= 5 and var end && token[end] == ',';

    private static bool IsEscape(ReadOnlySpan<byte> text) => text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit((char)text[1]) && char.IsAsciiHexDigit((char)text[2]);

    /// <summary>Something that stands for the password: $VAR, ${x}, %s, {0}, a path, a call.</summary>
    private static bool IsReference(ReadOnlySpan<byte> token) =>
        token[0] is (byte)'$' or (byte)'%' or (byte)'{' or (byte)'<' or (byte)'/' or (byte)'*' or (byte)'['
        || token.IndexOf("${"u8) >= 0 || token.IndexOf("{{"u8) >= 0 || token.IndexOf("://"u8) >= 0 || token.IndexOf("("u8) >= 0 || token.IndexOf("||"u8) >= 0 || token.IndexOf("sha-256"u8) >= 0 || token.IndexOf("_encoded_"u8) >= 0 || token.IndexOf("a-zA-Z"u8) >= 0 || token.IndexOf("A-Za-z"u8) >= 0 || (token.TrimEnd("})"u8) is [.., (byte)']'] && token.IndexOf((byte)'[') > 0) || IsPort(token) || token.Count((byte)':') >= 3
        || (token.IndexOfAny((byte)'.', (byte)'/') > 0 && LetterPairs.Evidence(token) >= 4);
}
