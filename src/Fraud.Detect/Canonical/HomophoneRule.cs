namespace Fraud.Canonical;

/// <summary>One replacement of the homophone view.</summary>
internal sealed record HomophoneRule(string Source, string Target, HomophoneCondition Condition);
