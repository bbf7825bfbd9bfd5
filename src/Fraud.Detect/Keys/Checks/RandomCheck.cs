using System.Buffers;
using Fraud.Keys.Filters;

namespace Fraud.Keys.Checks;

/// <summary>
/// For tokens known by the name they are assigned to alone: letters and digits mixed as only chance mixes them.
/// "random:owned" also takes hex, digits or letters alone, since the name of a service stands beside;
/// "random:short" takes eight characters and more, where the issuer's keys are known to be that short;
/// "random:named" does without a word such as key, so that hex, which is more often a hash, is not enough.
/// </summary>
internal sealed class RandomCheck : IKeyCheck
{
    private static readonly SearchValues<byte> _wordLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_./"u8);

    private const int MinLength = 12;
    private const int ShortLength = 8;
    private const double ShortEvidence = 3;
    private const int LongLength = 100;
    private const int MaxPath = 40;

    public string Name => "random";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        // An address is as secret as what it ends in; a label ends in a colon
        token = token.IndexOf("://"u8) > 0 ? token[(token.LastIndexOfAny("/="u8) + 1)..] : token.TrimEnd((byte)':');
        var isShort = argument.SequenceEqual("short"u8);
        if (token.Length < (isShort ? ShortLength : MinLength))
        {
            return false;
        }

        var digits = 0;
        var letters = 0;
        var joints = 0;
        foreach (var b in token)
        {
            digits += char.IsAsciiDigit((char)b) ? 1 : 0;
            letters += char.IsAsciiLetter((char)b) ? 1 : 0;
            joints += b is (byte)'.' or (byte)'/' or (byte)'-' or (byte)'_' ? 1 : 0;
        }

        var isNamed = argument.SequenceEqual("named"u8);
        if (IsPublic(token) || Names.IsHost(token) || IsNumbered(token) || Names.IsConstant(token) || Names.IsFile(token) || EncodedWords.Is(token) || (isNamed && Hex.HasNoOtherLetters(token)))
        {
            return false;
        }

        if (isShort)
        {
            return letters >= 2 && LetterPairs.Evidence(token) < (digits >= 2 ? ShortEvidence : digits == 1 ? 0 : -ShortEvidence);
        }

        var isOwned = !argument.IsEmpty && !isNamed;
        if (isOwned && (digits < 2 || letters < 2 || Hex.HasNoOtherLetters(token)))
        {
            return IsOwned(token, digits, letters);
        }

        // A short piece of hex is more often a number, hash or id of something
        var body = token[(token.LastIndexOf((byte)'_') + 1)..];
        var isHex = Hex.Is(body.Length >= 24 ? body : token);
        return (token.Length >= 24 || !isHex) && digits >= 2 && letters >= 2 && joints * 5 <= token.Length
            && Entropy.Of(token) >= (isOwned ? Math.Min(3, Expected(token, isHex)) : Expected(token, isHex)) && (Hex.Is(token) || LetterPairs.Evidence(token) < (isOwned || isNamed ? 6 : 2));
    }

    /// <summary>A resource name, a version, an OpenPGP fingerprint (40 upper-case hex digits), a wallet's address, a time, or the body of an SSH public key.</summary>
    private static bool IsPublic(ReadOnlySpan<byte> token) =>
        token.StartsWith("arn:"u8) || Names.IsDate(token[(token.IndexOf((byte)'=') + 1)..]) || token.StartsWith("amzn1.account."u8) || token.IndexOf("..."u8) >= 0 || (token.Length < MaxPath && token.IndexOf(".."u8) >= 0) || (token.Length is > 4 and < LongLength && token[0] == 'v' && char.IsAsciiDigit((char)token[1]) && token[2] == '.') || (token.Length == 40 && Hex.Is(token) && !token.ContainsAnyInRange((byte)'a', (byte)'z')) || (token.Length == 42 && token.StartsWith("0x"u8) && Hex.HasNoOtherLetters(token[2..])) || token.StartsWith("AAAAB3Nza"u8) || token.StartsWith("AAAAC3Nza"u8) || token.StartsWith("AAAAE2Vj"u8);

    /// <summary>Words and a number, such as "role-1481064682267", or the name of an algorithm.</summary>
    private static bool IsNumbered(ReadOnlySpan<byte> token)
    {
        var first = token.IndexOfAnyInRange((byte)'0', (byte)'9');
        return (first > 0 && !token[first..].ContainsAnyExceptInRange((byte)'0', (byte)'9') && !token[..first].ContainsAnyExcept(_wordLetters))
            || token.IndexOf("HmacSHA"u8) >= 0 || token.IndexOf("HMAC-SHA"u8) >= 0 || token.IndexOf("WithHmac"u8) >= 0;
    }

    /// <summary>One kind of character only: longer.</summary>
    private static bool IsOwned(ReadOnlySpan<byte> token, int digits, int letters) =>
        token.Length >= (Hex.Is(token) ? 20 : 16) && digits + letters >= token.Length * 3 / 4
        && (digits >= 2 || letters == 0 || LetterPairs.Evidence(token) < -2)
        && Entropy.Of(token) >= (letters == 0 ? 2.3 : 2.8);

    // Random hex reaches less than random letters; short tokens reach less than long ones
    private static double Expected(ReadOnlySpan<byte> token, bool isHex) => Math.Min(isHex ? 3.0 : 3.5, Math.Log2(token.Length) * 0.8);
}
