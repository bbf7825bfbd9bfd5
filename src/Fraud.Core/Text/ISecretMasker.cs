namespace Fraud.Text;

/// <summary>Finds what must never rest in clear: keys, ID numbers, bank cards.</summary>
public interface ISecretMasker
{
    /// <summary>The text with every secret hidden unit by unit (see <see cref="SpanMask"/>); same length as the input. Never throws.</summary>
    string Mask(string text);
}
