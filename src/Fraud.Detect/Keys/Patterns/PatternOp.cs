namespace Fraud.Keys.Patterns;

/// <summary>What one step of a pattern does.</summary>
internal enum PatternOpKind
{
    /// <summary>One fixed byte (<see cref="PatternOp.Value"/>).</summary>
    Byte,

    /// <summary>A run of members of <see cref="PatternOp.Set"/>, between Min and Max long, longest first.</summary>
    Run,

    /// <summary>Try the next step; if the rest fails, go to step <see cref="PatternOp.Value"/>.</summary>
    Split,

    /// <summary>Go to step <see cref="PatternOp.Value"/>.</summary>
    Jump,

    /// <summary>The secret part starts here.</summary>
    KeyStart,

    /// <summary>The secret part ends here.</summary>
    KeyEnd,

    /// <summary>Done, if the border on the right holds.</summary>
    End,
}

/// <summary>One step of a compiled pattern.</summary>
internal readonly record struct PatternOp(PatternOpKind Kind, int Value = 0, ByteSet? Set = null, int Min = 1, int Max = 1);
