namespace Fraud.Web;

/// <summary>A refused line.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Error">Why.</param>
internal sealed record PushFault(int Line, string Error);
