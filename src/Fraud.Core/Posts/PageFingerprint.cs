using System.Numerics;

namespace Fraud.Posts;

/// <summary>What the visible text of a page is like.</summary>
/// <param name="TextHash">Equal for equal texts, white space aside.</param>
/// <param name="SimHash">Differs in few bits for texts that differ in few words.</param>
public readonly record struct PageFingerprint(long TextHash, long SimHash)
{
    /// <summary>Most differing bits of two pages called alike.</summary>
    public const int AlikeWithin = 3;

    /// <summary>Whether another page has nearly the same text.</summary>
    public bool IsAlike(long simHash) => BitOperations.PopCount((ulong)(SimHash ^ simHash)) <= AlikeWithin;

    /// <summary>Sixteen bits of the <see cref="SimHash"/>; two alike pages share at least one of the four.</summary>
    public int Band(int number) => (int)((ulong)SimHash >> (16 * number)) & 0xFFFF;
}
