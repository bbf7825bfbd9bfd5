using System.Security.Cryptography;
using System.Text;

namespace Fraud.Report.Formats;

/// <summary>UUID version 5 (RFC 9562): the same name in the same namespace gives the same id.</summary>
public static class NameUuid
{
    /// <summary>The id of a name.</summary>
    public static Guid Create(Guid space, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
#pragma warning disable CA5350 // The RFC defines version 5 by SHA-1; it names, it does not protect
        var hash = SHA1.HashData(bytes);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
