namespace Fraud.Engines;

/// <summary>An exchangeable part and whether this build has it.</summary>
/// <param name="Name">Name as used in configuration, such as "SqlServer".</param>
/// <param name="Present">Whether it is compiled in.</param>
/// <param name="Note">What it does, or in one sentence why it is missing and what to do.</param>
public sealed record Engine(string Name, bool Present, string Note);
