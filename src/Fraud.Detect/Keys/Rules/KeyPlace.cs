namespace Fraud.Keys;

/// <summary>How a rule's keyword lies to the key.</summary>
public enum KeyPlace
{
    /// <summary>The key begins with the keyword.</summary>
    Start,

    /// <summary>The keyword stands inside the key, at a known offset or behind a run of the pattern's own characters.</summary>
    Inside,

    /// <summary>The key has no mark of its own; the keyword names its owner near by.</summary>
    Context,

    /// <summary>The keyword ends a name to which the key is assigned.</summary>
    Assigned,

    /// <summary>The keyword is a word such as token or secret, and one of the rule's owners is named before it.</summary>
    Owned,

    /// <summary>No keyword: the shape of a long token decides.</summary>
    Shape,

    /// <summary>No keyword: a long token right behind the name of one of the rule's owners.</summary>
    Named,

    /// <summary>A PEM block.</summary>
    Pem,
}
