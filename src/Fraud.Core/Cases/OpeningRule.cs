namespace Fraud.Cases;

/// <summary>A pure function that decides how an alert enters the queue. It runs inside the store's transaction.</summary>
/// <param name="kin">Undecided and decided cases that share a mark with it.</param>
/// <param name="now">The server's time, read under the lock.</param>
public delegate CaseOpening OpeningRule(IReadOnlyList<CaseKin> kin, DateTimeOffset now);
