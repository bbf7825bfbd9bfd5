namespace Fraud.Cases;

/// <summary>What a reviewer decides.</summary>
public enum Decision
{
    /// <summary>It is what the alert says.</summary>
    Confirm,

    /// <summary>It is not.</summary>
    NotFraud,

    /// <summary>Cannot be told.</summary>
    Unsure,

    /// <summary>Somebody senior must look.</summary>
    Escalate,
}
