using System.Security.Cryptography;
using System.Text;
using Fraud.Posts;
using Fraud.Storage.Secrets;
using Fraud.Text;

namespace Fraud.Storage.Posts;

/// <summary>A post ready to be written: hashed, masked and sealed before the write lock is taken.</summary>
/// <param name="DedupeHash">Hash of its dedupe key.</param>
/// <param name="Masked">The post as it may rest.</param>
/// <param name="Sealed">The clear post; empty when nothing of it was hidden, since the masked one then says all.</param>
internal sealed record PreparedPost(byte[] DedupeHash, Post Masked, byte[] Sealed)
{
    /// <summary>Of a changed text, the hash of the key it was first published under.</summary>
    public byte[]? FirstHash { get; private init; }

    public static PreparedPost From(Post post, ISecretMasker masker, Sealer sealer)
    {
        var masked = PostMask.Apply(post, masker);
        return new(Hash(post.DedupeKey), masked, AreSame(post, masked) ? [] : Seal(post, sealer))
        {
            FirstHash = post.Revision.Length > 0 ? Hash(post.FirstKey) : null,
        };
    }

    /// <summary>A clear post, unreadable without this installation's keys.</summary>
    public static byte[] Seal(Post post, Sealer sealer) => sealer.Seal(StorageJson.WriteBytes(post));

    private static bool AreSame(Post post, Post masked) =>
        masked with { Links = post.Links, Images = post.Images } == post && masked.Links.SequenceEqual(post.Links, StringComparer.Ordinal) && masked.Images.SequenceEqual(post.Images, StringComparer.Ordinal);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
