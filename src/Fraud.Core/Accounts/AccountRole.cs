namespace Fraud.Accounts;

/// <summary>What an account may do; each role includes the ones before it. The numbers are stored: append only.</summary>
public enum AccountRole
{
    /// <summary>Reads cases and reports.</summary>
    Observer,

    /// <summary>Decides cases.</summary>
    Reviewer,

    /// <summary>Decides escalated cases, opens evidence, undoes others' decisions.</summary>
    Lead,

    /// <summary>Manages accounts and sources.</summary>
    Admin,
}
