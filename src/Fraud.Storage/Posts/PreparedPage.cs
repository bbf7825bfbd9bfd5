using System.Security.Cryptography;
using Fraud.Posts;
using Fraud.Storage.Secrets;
using Fraud.Text;

namespace Fraud.Storage.Posts;

/// <summary>A page ready to be frozen: hashed, compressed and sealed before the write lock is taken.</summary>
internal sealed record PreparedPage(PageCapture Page, string Sha256, string MaskedUrl, string MaskedType, byte[] SealedBody, byte[] SealedHead)
{
    public static PreparedPage From(PageCapture page, ISecretMasker masker, Sealer sealer) => new(
        page,
        Convert.ToHexStringLower(SHA256.HashData(page.Body)),
        masker.Mask(page.Url),
        masker.Mask(page.ContentType),
        sealer.Seal(page.Body),
        sealer.Seal(StorageJson.WriteBytes(new CaptureHead(page.Url, page.ContentType, page.Headers))));
}
