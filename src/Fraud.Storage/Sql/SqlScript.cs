namespace Fraud.Storage.Sql;

/// <summary>One migration.</summary>
/// <param name="Version">Number at the head of the file name.</param>
/// <param name="Name">Rest of the file name.</param>
/// <param name="Text">The statements.</param>
public sealed record SqlScript(int Version, string Name, string Text);
