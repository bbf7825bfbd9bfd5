namespace Fraud.Pitches;

/// <summary>A term or signal found at [Start, End) of the homophone view.</summary>
internal readonly record struct Hit(int Value, int Start, int End);
