namespace Fraud.Keys.Decoding;

/// <summary>Where a decoded byte comes from.</summary>
/// <param name="Start">First byte of the text it was decoded from.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct Origin(int Start, int End);
