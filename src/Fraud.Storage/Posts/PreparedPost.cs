using System.Security.Cryptography;
using System.Text;
using Fraud.Posts;
using Fraud.Storage.Secrets;
using Fraud.Text;

namespace Fraud.Storage.Posts;

/// <summary>A post ready to be written: hashed, masked and sealed before the write lock is taken.</summary>
internal sealed record PreparedPost(byte[] DedupeHash, Post Masked, byte[] Sealed)
{
    /// <summary>Of a changed text, the hash of the key it was first published under.</summary>
    public byte[]? FirstHash { get; private init; }

    public static PreparedPost From(Post post, ISecretMasker masker, Sealer sealer) => new(
        Hash(post.DedupeKey),
        PostMask.Apply(post, masker),
        sealer.Seal(StorageJson.WriteBytes(post)))
    {
        FirstHash = post.Revision.Length > 0 ? Hash(post.FirstKey) : null,
    };

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
