using Fraud.Cases;

namespace Fraud.Web;

/// <summary>A decision under a lease.</summary>
/// <param name="Fence">Fencing token of the lease.</param>
/// <param name="Decision">What is decided.</param>
/// <param name="Reason">Why, 1 to 1,000 characters.</param>
internal sealed record DecideBody(long Fence, Decision Decision, string Reason);
