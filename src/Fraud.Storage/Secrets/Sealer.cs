using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Fraud.Storage.Secrets;

/// <summary>Compresses, then encrypts, what may rest only unreadable. The first byte inside says whether it was compressed.</summary>
internal sealed class Sealer(IDataProtectionProvider protection)
{
    private const int WorthCompressing = 512;
    // The next one gains nothing on pages and texts, takes half as long again and more than half a megabyte of work space for each
    private const int Quality = 0;
    private const int Window = 22;
    private readonly IDataProtector _protector = protection.CreateProtector("Fraud.Sealed.v1");

    public byte[] Seal(ReadOnlySpan<byte> clear)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 + BrotliEncoder.GetMaxCompressedLength(clear.Length));
        try
        {
            var length = 0;
            var compress = clear.Length >= WorthCompressing && BrotliEncoder.TryCompress(clear, buffer.AsSpan(1), out length, Quality, Window);
            buffer[0] = compress ? (byte)1 : (byte)0;
            if (!compress)
            {
                clear.CopyTo(buffer.AsSpan(1));
                length = clear.Length;
            }

            return _protector.Protect(buffer[..(1 + length)]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>The clear bytes; null when no key of this installation opens them or they were altered.</summary>
    public byte[]? Open(byte[] sealedBytes)
    {
        try
        {
            var inner = _protector.Unprotect(sealedBytes);
            return inner[0] == 0 ? inner[1..] : Decompress(inner);
        }
        catch (CryptographicException)
        {
            StorageMetrics.Unreadable.Add(1);
            return null;
        }
    }

    private static byte[] Decompress(byte[] inner)
    {
        using var brotli = new BrotliStream(new MemoryStream(inner, 1, inner.Length - 1), CompressionMode.Decompress);
        using var clear = new MemoryStream();
        brotli.CopyTo(clear);
        return clear.ToArray();
    }
}
