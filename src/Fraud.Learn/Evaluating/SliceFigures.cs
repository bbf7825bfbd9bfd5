namespace Fraud.Evaluating;

/// <summary>How a part of the posts fares.</summary>
/// <param name="Slice">What the part is, such as "en" or "under 25 characters".</param>
/// <param name="Posts">Posts in it.</param>
/// <param name="MacroF1">Mean F1 over the labels present in it.</param>
/// <param name="ScamF1">F1 of scam against benign.</param>
public sealed record SliceFigures(string Slice, int Posts, double MacroF1, double ScamF1);
