using Fraud.Keys.Filters;

namespace Fraud.Keys.Checks;

/// <summary>
/// For tokens known by the name they are assigned to alone: letters and digits mixed as only chance mixes them.
/// "random:owned" also takes hex, digits or letters alone, since the name of a service stands beside.
/// </summary>
internal sealed class RandomCheck : IKeyCheck
{
    public string Name => "random";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        var digits = 0;
        var letters = 0;
        var joints = 0;
        foreach (var b in token)
        {
            digits += char.IsAsciiDigit((char)b) ? 1 : 0;
            letters += char.IsAsciiLetter((char)b) ? 1 : 0;
            joints += b is (byte)'.' or (byte)'/' or (byte)'-' or (byte)'_' ? 1 : 0;
        }

        if (IsPublic(token))
        {
            return false;
        }

        if (!argument.IsEmpty && (digits < 2 || letters < 2 || Hex.HasNoOtherLetters(token)))
        {
            return IsOwned(token, digits, letters);
        }

        // A short piece of hex is more often a number, hash or id of something
        return (token.Length >= 24 || !Hex.Is(token)) && digits >= 2 && letters >= 2 && joints * 5 <= token.Length && Entropy.Of(token) >= Expected(token) && (Hex.Is(token) || LetterPairs.Evidence(token) < (argument.IsEmpty || joints > 1 ? 2 : 6));
    }

    /// <summary>An OpenPGP fingerprint (40 upper-case hex digits), a wallet's address or the body of an SSH public key.</summary>
    private static bool IsPublic(ReadOnlySpan<byte> token) =>
        (token.Length == 40 && Hex.Is(token) && !token.ContainsAnyInRange((byte)'a', (byte)'z')) || (token.Length == 42 && token.StartsWith("0x"u8) && Hex.HasNoOtherLetters(token[2..])) || token.StartsWith("AAAAB3Nza"u8) || token.StartsWith("AAAAC3Nza"u8) || token.StartsWith("AAAAE2Vj"u8);

    /// <summary>One kind of character only: longer.</summary>
    private static bool IsOwned(ReadOnlySpan<byte> token, int digits, int letters) =>
        token.Length >= 16 && digits + letters >= token.Length * 3 / 4
        && (digits >= 2 || letters == 0 || LetterPairs.Evidence(token) < -2)
        && Entropy.Of(token) >= (letters == 0 ? 2.3 : 2.8);

    // Random hex reaches less than random letters; short tokens reach less than long ones
    private static double Expected(ReadOnlySpan<byte> token) => Math.Min(Hex.Is(token) ? 3.0 : 3.5, Math.Log2(token.Length) * 0.8);
}
