namespace Fraud.Hosting;

/// <summary>What one process of an installation does.</summary>
internal enum ProcessRole
{
    /// <summary>Everything: an installation of one process.</summary>
    All,

    /// <summary>Pages, API and public check; work goes into the store, no job runs.</summary>
    Web,

    /// <summary>Jobs and crawl; of pages only /healthz, /readyz and /metrics.</summary>
    Worker,
}
