namespace Fraud.Collect.Decoding;

/// <summary>A body as text.</summary>
/// <param name="Text">The text; bytes that meant nothing are U+FFFD.</param>
/// <param name="Charset">Name of the charset in the Encoding Standard.</param>
public readonly record struct DecodedText(string Text, string Charset);
