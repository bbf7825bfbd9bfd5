namespace Fraud.Keys.Literals;

/// <summary>The rarest three or four bytes of a literal, case-folded: what the vectorised pass looks for.</summary>
/// <param name="Value">The bytes, first one lowest; the fourth is 0 when <paramref name="Length"/> is 3.</param>
/// <param name="Length">3 or 4.</param>
internal readonly record struct Anchor(uint Value, int Length)
{
    /// <summary>Makes upper and lower case letters equal (and a few signs, which the literal's own comparison tells apart).</summary>
    public const uint Fold = 0x20202020;

    /// <summary>Most bytes an anchor has.</summary>
    public const int MaxLength = 4;

    /// <summary>The rarest anchor of a literal, and where in the literal it stands.</summary>
    public static (Anchor Anchor, int Offset) Of(ReadOnlySpan<byte> literal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(literal.Length, Literal.MinLength);
        var length = Math.Min(MaxLength, literal.Length);
        var (best, bestOffset, bestShare) = (default(Anchor), 0, double.MaxValue);
        for (var offset = 0; offset + length <= literal.Length; offset++)
        {
            var piece = literal.Slice(offset, length);
            var share = LetterTriples.ShareOf(piece);
            if (share < bestShare)
            {
                (best, bestOffset, bestShare) = (From(piece), offset, share);
            }
        }

        return (best, bestOffset);
    }

    private static Anchor From(ReadOnlySpan<byte> piece)
    {
        uint value = 0;
        for (var i = 0; i < piece.Length; i++)
        {
            value |= (uint)(piece[i] | 0x20) << (8 * i);
        }

        return new Anchor(value, piece.Length);
    }
}
