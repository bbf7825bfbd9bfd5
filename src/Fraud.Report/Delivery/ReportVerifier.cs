using System.Security.Cryptography;

namespace Fraud.Report.Delivery;

/// <summary>Checks a report folder offline: signature, sums, sizes, nothing missing, nothing added.</summary>
public static class ReportVerifier
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const long LargestManifest = 16 << 20;

    /// <summary>Whether the folder is or was a report: it has a manifest or a signature.</summary>
    public static bool IsReport(string folder) =>
        File.Exists(Path.Combine(folder, ReportManifest.FileName)) || File.Exists(Path.Combine(folder, ReportManifest.SignatureFileName));

    /// <summary>Checks the folder. Unreadable files throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
    /// <param name="folder">The report folder.</param>
    /// <param name="keyId">The sender's key, as made known by another way; empty to accept the one the manifest brings.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static async Task<ReportCheck> VerifyAsync(string folder, string keyId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(keyId);
        var path = Path.Combine(folder, ReportManifest.FileName);
        if (!File.Exists(path))
        {
            return new() { Faults = [$"{ReportManifest.FileName} is missing."] };
        }

        var bytes = new FileInfo(path).Length <= LargestManifest ? await File.ReadAllBytesAsync(path, cancellationToken) : [];
        if (ManifestJson.Read(bytes) is not { } manifest)
        {
            return new() { Faults = [$"{ReportManifest.FileName} is not a manifest of the form {ReportManifest.CurrentForm}."] };
        }

        var faults = new List<string>();
        await CheckSignatureAsync(folder, manifest, bytes, keyId, faults, cancellationToken);
        foreach (var file in manifest.Files)
        {
            await CheckFileAsync(folder, file, faults, cancellationToken);
        }

        FindExtra(folder, manifest, faults);
        return new() { Manifest = manifest, Faults = faults };
    }

    private static async Task CheckSignatureAsync(string folder, ReportManifest manifest, byte[] bytes, string keyId, List<string> faults, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, ReportManifest.SignatureFileName);
        if (!File.Exists(path))
        {
            faults.Add($"{ReportManifest.SignatureFileName} is missing.");
            return;
        }

        using var key = ECDsa.Create();
        if (!TryImport(key, manifest.PublicKey) || !string.Equals(ManifestSigner.IdOf(key), manifest.KeyId, StringComparison.Ordinal))
        {
            faults.Add("The public key in the manifest is not an ECDSA P-256 key with the id the manifest states.");
            return;
        }

        if (keyId.Length > 0 && !string.Equals(manifest.KeyId, keyId, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add($"The report is signed with key {manifest.KeyId}, not with the key asked for.");
        }

        var signature = new FileInfo(path).Length <= 256 ? await File.ReadAllBytesAsync(path, cancellationToken) : [];
        if (!key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
        {
            faults.Add($"{ReportManifest.SignatureFileName} does not fit {ReportManifest.FileName}: one of them was altered.");
        }
    }

    private static bool TryImport(ECDsa key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static async Task CheckFileAsync(string folder, ReportFile file, List<string> faults, CancellationToken cancellationToken)
    {
        // A manifest from elsewhere must not make us read outside its folder
        if (file.Name != Path.GetFileName(file.Name) || file.Name is "" or "." or ".." || file.Name.Contains('\\', StringComparison.Ordinal))
        {
            faults.Add("The manifest names a file outside the folder.");
            return;
        }

        var path = Path.Combine(folder, file.Name);
        if (!File.Exists(path))
        {
            faults.Add($"{file.Name} is missing.");
            return;
        }

        await using var stream = File.OpenRead(path);
        if (stream.Length != file.Bytes)
        {
            faults.Add($"{file.Name} has {stream.Length} bytes, the manifest says {file.Bytes}.");
        }
        else if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != file.Sha256)
        {
            faults.Add($"{file.Name} was altered: its SHA-256 is not the manifest's.");
        }
    }

    private static void FindExtra(string folder, ReportManifest manifest, List<string> faults)
    {
        var known = manifest.Files.Select(f => f.Name).Append(ReportManifest.FileName).Append(ReportManifest.SignatureFileName).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal))
        {
            if (!known.Contains(entry!))
            {
                faults.Add($"{entry} is not in the manifest.");
            }
        }
    }
}
