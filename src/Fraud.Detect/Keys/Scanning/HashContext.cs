using Fraud.Keys.Filters;
using Fraud.Keys.Patterns;

namespace Fraud.Keys.Scanning;

/// <summary>Tells hex that is the hash of something by where it stands.</summary>
internal static class HashContext
{
    private const int Reach = 512;
    private const int Introduction = 40;
    private const int LongestHash = 88;
    private static readonly ByteSet _base64 = ByteSet.Parse("A-Za-z0-9+/");

    /// <summary>Whether the token is hex in a list of checksums, or is called a fingerprint or the like where it stands first.</summary>
    public static bool Is(ReadOnlySpan<byte> text, PatternMatch match)
    {
        var token = text[match.KeyStart..match.KeyEnd];
        return token.Length >= 32 && Hex.Is(token) && (IsListed(text[match.KeyEnd..]) || IsIntroduced(text[Math.Max(0, match.KeyStart - Reach)..match.KeyStart], token));
    }

    /// <summary>Whether the token is a piece of "sha512-…", the base64 of a hash as package lists and pages write it.</summary>
    public static bool IsInIntegrity(ReadOnlySpan<byte> text, int at)
    {
        var start = at - _base64.RunLengthBackwards(text[..at], LongestHash);
        return start >= 7 && text[start - 1] == '-' && text[(start - 7)..(start - 4)].SequenceEqual("sha"u8) && char.IsAsciiDigit((char)text[start - 2]);
    }

    /// <summary>"d41d8cd9…  usr/lib/file" and "… *file", as md5sum and its kin write.</summary>
    private static bool IsListed(ReadOnlySpan<byte> after) =>
        after.Length > 2 && after[0] == ' ' && after[1] is (byte)' ' or (byte)'*' && (char.IsAsciiLetterOrDigit((char)after[2]) || after[2] is (byte)'.' or (byte)'/' or (byte)'_');

    private static bool IsIntroduced(ReadOnlySpan<byte> before, ReadOnlySpan<byte> token)
    {
        var first = before.IndexOf(token);
        return first >= 0 && Cues.SpeakAgainst(before[Math.Max(0, first - Introduction)..first]);
    }
}
