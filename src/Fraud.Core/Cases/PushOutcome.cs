namespace Fraud.Cases;

/// <summary>What became of a pushed alert.</summary>
public enum PushOutcome
{
    /// <summary>A case was opened.</summary>
    Opened,

    /// <summary>Added to the case that owns the key.</summary>
    Sighted,

    /// <summary>The post's undecided case took the newer assessment.</summary>
    Reassessed,

    /// <summary>Pushed before, or the post's case is decided; nothing changed.</summary>
    Known,
}
