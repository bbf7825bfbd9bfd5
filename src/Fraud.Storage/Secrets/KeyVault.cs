using System.Security.Cryptography;
using Fraud.Secrets;
using Microsoft.AspNetCore.DataProtection;

namespace Fraud.Storage.Secrets;

/// <summary>Keys as files in the data folder, each encrypted by Data Protection.</summary>
internal sealed class KeyVault(StorageOptions options, IDataProtectionProvider protection) : IKeyVault
{
    private readonly IDataProtector _protector = protection.CreateProtector("Fraud.KeyVault.v1");
    private readonly Lock _gate = new();

    public byte[] GetOrCreate(string name, Func<byte[]> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        var path = Path.Combine(DataFolder.Ensure(Path.Combine(options.Folder, "keys")), $"{name}.key");
        lock (_gate)
        {
            if (!File.Exists(path))
            {
                // Another process may win; then its key counts
                DataFolder.TryCreate(path, _protector.Protect(create()));
            }

            return Read(path, name);
        }
    }

    private byte[] Read(string path, string name)
    {
        try
        {
            return _protector.Unprotect(File.ReadAllBytes(path));
        }
        catch (CryptographicException e)
        {
            throw new StorageException($"The key file keys/{name}.key cannot be opened with the protection keys in keys/protection; restore both from the same backup.", e);
        }
    }
}
