namespace Fraud.Scanning;

/// <summary>A version of a file that a commit brought, or that is staged.</summary>
/// <param name="Commit">Full hash; empty for what is staged.</param>
/// <param name="Path">Path in the repository.</param>
/// <param name="New">Object id of the version.</param>
/// <param name="Olds">Object ids of the versions before it, one a parent; all zeros where there was none.</param>
internal sealed record GitChange(string Commit, string Path, string New, IReadOnlyList<string> Olds);
