namespace Fraud.Collect.Fetching;

/// <summary>Carries the guard's refusal out of the connection; becomes <see cref="FetchResult.Blocked"/>.</summary>
internal sealed class AddressRefusedException(string reason) : IOException(reason);
