namespace Fraud.Cases;

/// <summary>A case before a rule ran, and what the rule made of it.</summary>
/// <param name="Before">As read.</param>
/// <param name="Change">As written, or refused.</param>
public sealed record ChangedCase(CaseSnapshot Before, CaseChange Change);
