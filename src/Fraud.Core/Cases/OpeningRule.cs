namespace Fraud.Cases;

/// <summary>A pure function that decides how an alert enters the queue. It runs inside the store's transaction.</summary>
/// <param name="kin">Undecided and decided cases that share a mark with it.</param>
/// <param name="openedAt">When the case was opened: now, or earlier when a newer model judges it again.</param>
public delegate CaseOpening OpeningRule(IReadOnlyList<CaseKin> kin, DateTimeOffset openedAt);
