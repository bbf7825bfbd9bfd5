using System.Security.Cryptography;

namespace Fraud.Keys;

/// <summary>All rules of one version.</summary>
public sealed class KeyRuleSet
{
    private KeyRuleSet(IReadOnlyList<KeyRule> rules, string version)
    {
        Rules = rules;
        Version = version;
    }

    /// <summary>The rules, by id.</summary>
    public IReadOnlyList<KeyRule> Rules { get; }

    /// <summary>Name and content hash, such as "keys@3f2a9c10".</summary>
    public string Version { get; }

    /// <summary>Reads every rule file in the "keys" folder of the models folder (or in the folder itself).</summary>
    /// <exception cref="InvalidDataException">A file cannot be read as rules, or there is none.</exception>
    public static KeyRuleSet Load(string modelsFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelsFolder);
        var folder = Path.Combine(modelsFolder, "keys");
        folder = Directory.Exists(folder) ? folder : modelsFolder;
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        Array.Sort(files, StringComparer.Ordinal);
        if (files.Length == 0)
        {
            throw new InvalidDataException($"no key rules in {folder}");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<KeyRule> rules = [];
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            hash.AppendData(bytes);
            rules.AddRange(KeyRuleReader.Read(bytes, Path.GetFileName(file)));
        }

        rules.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return new KeyRuleSet(rules, "keys@" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4)));
    }

    /// <summary>A set of the given rules.</summary>
    public static KeyRuleSet Of(IEnumerable<KeyRule> rules) => new([.. rules], "keys@given");
}
