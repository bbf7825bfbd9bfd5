namespace Fraud.Scanning;

/// <summary>A file unpacks to more than the limits allow: it is left, what was found in it stays.</summary>
internal sealed class UnpackLimitException(string message) : Exception(message);
