using System.Security.Cryptography;
using Fraud.Secrets;

namespace Fraud.Report.Delivery;

/// <summary>Signs manifests with the installation's report key, which is made at the first report.</summary>
internal sealed class ManifestSigner : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create();

    public ManifestSigner(IKeyVault vault)
    {
        _key.ImportPkcs8PrivateKey(vault.GetOrCreate("report-signing", CreateKey), out _);
        KeyId = IdOf(_key);
    }

    /// <summary>SHA-256 (hex) of the SubjectPublicKeyInfo.</summary>
    public string KeyId { get; }

    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem();

    public static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>Writes manifest and signature.</summary>
    public void Sign(ReportFolder folder, ReportManifest manifest)
    {
        var bytes = ManifestJson.Write(manifest);
        folder.Write(ReportManifest.FileName, bytes);
        folder.Write(ReportManifest.SignatureFileName, _key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    public void Dispose() => _key.Dispose();

    private static byte[] CreateKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}
