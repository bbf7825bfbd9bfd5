namespace Fraud.Collect.Decoding;

/// <summary>A way to turn bytes into text; what cannot be decoded becomes U+FFFD.</summary>
internal abstract class Charset(string name)
{
    public const char Replacement = '\uFFFD';

    /// <summary>Name in the Encoding Standard.</summary>
    public string Name { get; } = name;

    public abstract string Decode(ReadOnlySpan<byte> bytes);
}
