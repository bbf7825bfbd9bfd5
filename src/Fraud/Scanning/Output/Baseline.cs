using System.Security.Cryptography;
using System.Text.Json;
using Fraud.Commands;

namespace Fraud.Scanning;

/// <summary>
/// A file of keys that are known: their fingerprints, with rule, redacted form and place for the reader. Fingerprints mean something under one secret only,
/// so the file says by a check value under which it was made.
/// </summary>
internal sealed class Baseline
{
    private const int Version = 1;
    private readonly HashSet<string> _known;

    private Baseline(HashSet<string> known) => _known = known;

    /// <summary>Knows nothing.</summary>
    public static Baseline Empty { get; } = new([]);

    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageException">It cannot be read, or was made under another secret.</exception>
    public static Baseline Read(string file, ReadOnlySpan<byte> secret)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = json.RootElement;
            if (root.GetProperty("version").GetInt32() != Version)
            {
                throw new UsageException($"--baseline: {file} is of another version.");
            }

            return root.GetProperty("secret").GetString() == Check(secret)
                ? new([.. root.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("fingerprint").GetString()!)])
                : throw new UsageException($"--baseline: {file} was written under another fingerprint secret (--data or {FingerprintSecret.Variable}); use that one, or write it anew.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UsageException($"--baseline: {file} cannot be read as a baseline.");
        }
    }

    /// <summary>Whether the key is known.</summary>
    public bool Has(ScanFinding finding) => _known.Contains(finding.Key.Fingerprint);

    /// <summary>Writes a file in one step, one entry a key, in order of fingerprint, so that two of them compare well.</summary>
    public static void Write(string file, ReadOnlySpan<byte> secret, IEnumerable<ScanFinding> findings)
    {
        var temporary = file + ".new";
        using (var output = File.Create(temporary))
        {
            using var json = new Utf8JsonWriter(output, new() { Indented = true, Encoder = FindingWords.Json.Encoder });
            json.WriteStartObject();
            json.WriteNumber("version"u8, Version);
            json.WriteString("secret"u8, Check(secret));
            json.WriteStartArray("findings"u8);
            foreach (var finding in findings.DistinctBy(f => f.Key.Fingerprint).OrderBy(f => f.Key.Fingerprint, StringComparer.Ordinal))
            {
                FindingWords.WriteJson(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.Move(temporary, file, overwrite: true);
    }

    private static string Check(ReadOnlySpan<byte> secret) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, "fraud baseline"u8).AsSpan(0, 8));
}
