namespace Fraud.Web;

/// <summary>Names the lease a call is made under.</summary>
/// <param name="Fence">Fencing token of the lease.</param>
internal sealed record FenceBody(long Fence);
