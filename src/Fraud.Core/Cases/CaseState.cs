namespace Fraud.Cases;

/// <summary>Where a case stands; a view over its events. The numbers are stored: append only.</summary>
public enum CaseState
{
    /// <summary>Waits for a decision.</summary>
    Open,

    /// <summary>A senior reviewer must decide.</summary>
    Escalated,

    /// <summary>A reviewer could not tell; kept, not reported.</summary>
    Unsure,

    /// <summary>Confirmed; goes into reports.</summary>
    Confirmed,

    /// <summary>Not fraud; teaches the model.</summary>
    Dismissed,
}
