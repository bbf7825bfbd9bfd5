namespace Fraud.Scanning;

/// <summary>A file to scan, or a folder that could not be listed.</summary>
/// <param name="Path">Path, as the one given begins.</param>
/// <param name="Length">Bytes, as far as known.</param>
/// <param name="Fault">Why it cannot be listed; null when it can.</param>
internal readonly record struct ListedFile(string Path, long Length, string? Fault = null);
