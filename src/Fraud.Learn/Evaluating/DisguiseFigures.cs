namespace Fraud.Evaluating;

/// <summary>What a disguise costs.</summary>
/// <param name="Disguise">Name of the disguise.</param>
/// <param name="MacroF1">Macro-F1 on the disguised posts.</param>
/// <param name="Loss">Macro-F1 lost, in points of a hundred.</param>
/// <param name="ScamF1">F1 of scam against benign on the disguised posts.</param>
public sealed record DisguiseFigures(string Disguise, double MacroF1, double Loss, double ScamF1);
