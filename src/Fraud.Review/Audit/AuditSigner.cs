using System.Security.Cryptography;
using System.Text;
using Fraud.Cases;
using Fraud.Secrets;

namespace Fraud.Review.Audit;

/// <summary>Signs checkpoints with the installation's ECDSA P-256 key.</summary>
internal sealed class AuditSigner : IDisposable
{
    private readonly Lazy<ECDsa> _key;

    public AuditSigner(IKeyVault vault) => _key = new(() =>
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(vault.GetOrCreate("audit-signing", NewKey), out _);
        return key;
    });

    /// <summary>The public key (SubjectPublicKeyInfo).</summary>
    public byte[] PublicKey => _key.Value.ExportSubjectPublicKeyInfo();

    public AuditCheckpoint Sign(long sequence, string hash, DateTimeOffset now)
    {
        var bare = new AuditCheckpoint
        {
            Sequence = sequence,
            Hash = hash,
            SignedAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            KeyId = AuditVerifier.KeyIdOf(PublicKey),
        };
        return bare with { Signature = Convert.ToBase64String(_key.Value.SignData(Encoding.UTF8.GetBytes(bare.SignedText), HashAlgorithmName.SHA256)) };
    }

    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }

    private static byte[] NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}
