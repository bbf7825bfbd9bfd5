namespace Fraud.Report;

/// <summary>A report that cannot be made as asked; the message is one sentence for the person who asked.</summary>
public sealed class ReportException(string message) : Exception(message);
