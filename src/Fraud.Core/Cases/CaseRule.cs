namespace Fraud.Cases;

/// <summary>A pure function that decides about a change of a case. It runs inside the store's transaction and may run again when the store must retry.</summary>
/// <param name="before">The case as it stands.</param>
/// <param name="now">The server's time, read under the lock.</param>
public delegate CaseChange CaseRule(CaseSnapshot before, DateTimeOffset now);
