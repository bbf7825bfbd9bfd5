using Fraud.Keys.Filters;

namespace Fraud.Keys.Checks;

/// <summary>For tokens known by the name they are assigned to alone: letters and digits mixed as only chance mixes them.</summary>
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

        // A short piece of hex is more often a number, hash or id of something
        return (token.Length >= 24 || !Hex.Is(token)) && digits >= 2 && letters >= 2 && joints * 5 <= token.Length && Entropy.Of(token) >= Expected(token) && (Hex.Is(token) || LetterPairs.Evidence(token) < 2);
    }

    // Random hex reaches less than random letters; short tokens reach less than long ones
    private static double Expected(ReadOnlySpan<byte> token) => Math.Min(Hex.Is(token) ? 3.0 : 3.5, Math.Log2(token.Length) * 0.8);
}
