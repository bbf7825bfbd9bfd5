using System.Security.Cryptography;
using Fraud.Canonical;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Secrets;
using Fraud.Text;

namespace Fraud.Hosting;

/// <summary>Detection as the models folder has it now. A new version is loaded whole and swapped in one write; a faulty one throws and the old one stays.</summary>
internal sealed class LiveDetection(FraudSettings settings, IKeyVault vault) : IAssessor, ISecretMasker
{
    private readonly Lock _loading = new();
    private volatile IAssessor? _assessor;
    private volatile ISecretMasker? _masker;

    public string Model => Assessor.Model;

    public string Policy => Assessor.Policy;

    // Loaded at first use: a command that only masks need not read the weights
    private IAssessor Assessor
    {
        get
        {
            if (_assessor is null)
            {
                lock (_loading)
                {
                    _assessor ??= LoadAssessor();
                }
            }

            return _assessor;
        }
    }

    private ISecretMasker Masker
    {
        get
        {
            if (_masker is null)
            {
                lock (_loading)
                {
                    _masker ??= LoadMasker();
                }
            }

            return _masker;
        }
    }

    public Assessment Assess(string text, AssessContext context) => Assessor.Assess(text, context);

    public string Mask(string text) => Masker.Mask(text);

    /// <summary>The installation's secret under which equal keys get equal fingerprints.</summary>
    public static byte[] FingerprintKey(IKeyVault vault) => vault.GetOrCreate("fingerprint", () => RandomNumberGenerator.GetBytes(32));

    /// <summary>Takes up what the models folder has now.</summary>
    public void Reload()
    {
        lock (_loading)
        {
            var (assessor, masker) = (LoadAssessor(), LoadMasker());
            _masker = masker;
            _assessor = assessor;
        }
    }

    private Assessor LoadAssessor() => Fraud.Assessor.Load(settings.ModelsPath, new() { FingerprintKey = Key() });

    private SecretMasker LoadMasker() => new(
        KeyScanner.Load(settings.ModelsPath, Key()),
        new(ContactTables.Load(Path.Combine(settings.ModelsPath, "contacts"))),
        TextTables.Load(Path.Combine(settings.ModelsPath, "text")));

    private byte[] Key() => FingerprintKey(vault);
}
