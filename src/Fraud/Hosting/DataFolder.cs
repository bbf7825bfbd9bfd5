using System.Security.Cryptography;

namespace Fraud.Hosting;

/// <summary>The installation's folder: readable by its owner only.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder, closed to others.</summary>
    public static void Ensure(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The secret under which key fingerprints are made; drawn at first use and kept.</summary>
    public static byte[] FingerprintKey(string path)
    {
        Ensure(path);
        var file = Path.Combine(path, "fingerprint.key");
        if (File.Exists(file) && File.ReadAllBytes(file) is { Length: 32 } known)
        {
            return known;
        }

        var drawn = RandomNumberGenerator.GetBytes(32);
        // Renamed into place, so that a kill in between leaves no half-written key
        var fresh = file + ".new";
        File.WriteAllBytes(fresh, drawn);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(fresh, OwnerOnly);
        }

        File.Move(fresh, file, overwrite: true);
        return drawn;
    }
}
