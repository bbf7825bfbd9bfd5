using System.Security.Cryptography;
using System.Text;
using Fraud.Posts;
using Fraud.Storage.Secrets;
using Fraud.Text;

namespace Fraud.Storage.Posts;

/// <summary>A post ready to be written: hashed, masked and sealed before the write lock is taken.</summary>
internal sealed record PreparedPost(byte[] DedupeHash, Post Masked, byte[] Sealed)
{
    public static PreparedPost From(Post post, ISecretMasker masker, Sealer sealer) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes(post.DedupeKey)),
        PostMask.Apply(post, masker),
        sealer.Seal(StorageJson.WriteBytes(post)));
}
