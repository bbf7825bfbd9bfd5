namespace Fraud.Scanning;

/// <summary>Something that could not be read; the rest was.</summary>
/// <param name="Place">File, archive entry or repository.</param>
/// <param name="Why">One sentence without content of the file.</param>
internal sealed record ScanFault(string Place, string Why);
