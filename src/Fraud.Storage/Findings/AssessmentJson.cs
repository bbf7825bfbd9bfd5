using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Storage.Findings;

/// <summary>Assessments as they rest.</summary>
internal static class AssessmentJson
{
    /// <summary>A link among the contacts may carry a key in its query, so their values are masked too.</summary>
    public static string Write(Assessment assessment, ISecretMasker masker) => StorageJson.Write(
        assessment with { Contacts = [.. assessment.Contacts.Select(c => c with { Value = masker.Mask(c.Value) })] });

    public static Assessment Read(string json) => StorageJson.Read<Assessment>(json);
}
