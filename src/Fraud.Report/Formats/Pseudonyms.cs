using System.Security.Cryptography;
using System.Text;

namespace Fraud.Report.Formats;

/// <summary>Names of reviewers as the outside may see them: equal for the same person, and without the installation's key not to be traced back.</summary>
/// <param name="key">Secret of the installation.</param>
public sealed class Pseudonyms(byte[] key)
{
    /// <summary>The pseudonym, such as "reviewer-7f3a09c41b2e".</summary>
    public string Of(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return $"reviewer-{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(account)))[..12]}";
    }
}
