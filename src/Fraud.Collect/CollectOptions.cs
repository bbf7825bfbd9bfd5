using Fraud.Collect.Fetching;

namespace Fraud.Collect;

/// <summary>Settings of collecting; section "Fraud:Collect".</summary>
public sealed class CollectOptions
{
    /// <summary>The HTTP client.</summary>
    public FetchOptions Fetch { get; set; } = new();
}
