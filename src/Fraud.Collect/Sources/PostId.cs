using System.Security.Cryptography;
using System.Text;

namespace Fraud.Collect.Sources;

/// <summary>Makes an identity for posts that have none of their own.</summary>
internal static class PostId
{
    public static string Hash(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));
}
