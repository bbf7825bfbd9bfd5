using System.Security.Cryptography;
using System.Text;
using Fraud.Commands;
using Fraud.Hosting;
using Fraud.Secrets;

namespace Fraud.Scanning;

/// <summary>Finds the secret under which equal keys get equal fingerprints.</summary>
internal static class FingerprintSecret
{
    /// <summary>Environment variable of a shared secret, for runs outside an installation.</summary>
    public const string Variable = "FRAUD_FINGERPRINT_KEY";

    /// <summary>An installation's secret, else that of the environment, else zeros: fingerprints are then comparable everywhere, and a guessed key can be recognised by them.</summary>
    /// <param name="data">Data folder of an installation; null outside one.</param>
    public static byte[] Find(string? data) => data is not null ? OfInstallation(data)
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } shared ? SHA256.HashData(Encoding.UTF8.GetBytes(shared))
        : new byte[32];

    private static byte[] OfInstallation(string data)
    {
        if (!Directory.Exists(Path.Combine(data, "keys")))
        {
            throw new UsageException($"--data: {data} is no data folder of an installation (it has no keys folder).");
        }

        using var installation = Installation.Open(null, new() { ["Fraud:DataFolder"] = data });
        return LiveDetection.FingerprintKey(installation.Services.GetRequiredService<IKeyVault>());
    }
}
