using System.Security.Cryptography;
using System.Text;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Secrets;
using Fraud.Text;

namespace Fraud.Review.Campaigns;

/// <summary>Makes the marks of an alert. Contacts leave only as keyed hashes: equal within the installation, meaningless outside it.</summary>
internal sealed class MarkMaker(IKeyVault vault)
{
    private readonly Lazy<byte[]> _key = new(() => vault.GetOrCreate("contact-hash", () => RandomNumberGenerator.GetBytes(32)));

    public CaseMarks Make(AssessedPost assessed)
    {
        var signature = TextSketch.Sign(assessed.Post.Body);
        return new()
        {
            Keys = [.. assessed.Assessment.Keys.Select(k => k.Fingerprint).Where(f => f.Length > 0).Distinct()],
            Contacts = [.. assessed.Assessment.Contacts.Where(Identifies).Select(Print).Distinct()],
            Signature = signature,
            Bands = TextSketch.Bands(signature),
        };
    }

    // Only what the author gives of himself; a masked value is shared by many
    private static bool Identifies(Contact contact) =>
        contact.Role is "author" or "payee" && contact.Value.Length > 0 && !contact.Value.Contains(SpanMask.Mark) && !contact.Value.Contains('*', StringComparison.Ordinal);

    private string Print(Contact contact) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{contact.Kind}\n{contact.Value}")).AsSpan(0, 16));
}
