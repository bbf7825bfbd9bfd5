using Fraud.Findings;

using Fraud.Posts;
using Fraud.Storage.Posts;
using Fraud.Storage.Secrets;

namespace Fraud.Storage.Findings;

/// <summary>A post that waits for detection, as read.</summary>
internal sealed class PendingRow
{
    public long PostId { get; init; }

    public byte[]? Sealed { get; init; }

    /// <summary>The clear post; null when it is gone, no key opens it or the masked one is the same.</summary>
    public PendingPost? Open(Sealer sealer)
    {
        var clear = Sealed is null or [] ? null : sealer.Open(Sealed);
        return clear is null ? null : new(PostId, StorageJson.Read<Post>(clear));
    }

    /// <summary>The masked post: all there is to know when nothing was hidden, else better than never judging it.</summary>
    public static PendingPost Masked(PostRow row) => new(row.Id, row.ToPost());
}
