using System.Text.RegularExpressions;
using Fraud.Text;

namespace Fraud.Contracts;

/// <summary>Takes every word that begins with "secret:" for a secret.</summary>
public sealed partial class SecretWordMasker : ISecretMasker
{
    public string Mask(string text) => Secret().Replace(text, m => new string(SpanMask.Mark, m.Length));

    [GeneratedRegex(@"secret:\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Secret();
}
