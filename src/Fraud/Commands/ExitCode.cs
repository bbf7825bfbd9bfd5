namespace Fraud.Commands;

/// <summary>What the shell is told.</summary>
internal static class ExitCode
{
    /// <summary>Done, or nothing found.</summary>
    public const int Done = 0;

    /// <summary>Something was found.</summary>
    public const int Found = 1;

    /// <summary>Wrong use or unreadable input; one line on stderr says why.</summary>
    public const int WrongUse = 2;
}
