namespace Fraud.Keys.Patterns;

/// <summary>Where a pattern stands in a text.</summary>
/// <param name="Start">First byte.</param>
/// <param name="End">One past the last byte.</param>
/// <param name="KeyStart">First byte of the secret part.</param>
/// <param name="KeyEnd">One past the last byte of the secret part.</param>
internal readonly record struct PatternMatch(int Start, int End, int KeyStart, int KeyEnd);
