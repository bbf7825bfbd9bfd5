namespace Fraud.Commands;

/// <summary>Wrong use or unreadable input: one sentence for stderr, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
