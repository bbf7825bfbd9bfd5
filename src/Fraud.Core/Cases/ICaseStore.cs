using Fraud.Posts;

namespace Fraud.Cases;

/// <summary>Where cases rest. Every change runs a rule under the write lock and is guarded by the state and fence the rule saw.</summary>
public interface ICaseStore
{
    /// <summary>One page by rank; <see cref="CaseSummary.Priority"/> is the bare rank and <see cref="CaseSummary.PriorityReasons"/> are empty.</summary>
    Task<CasePage> ListAsync(CaseFilter filter, CancellationToken cancellationToken);

    /// <summary>A case whole; null when there is none.</summary>
    Task<CaseDetail?> FindAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>Runs a rule on this case; null when there is none.</summary>
    Task<ChangedCase?> ChangeAsync(long caseId, CaseRule rule, CancellationToken cancellationToken);

    /// <summary>Runs a rule on the case this reviewer holds, else on the free case of highest rank; null when there is none.</summary>
    Task<ChangedCase?> ChangeNextAsync(string reviewer, CaseFilter filter, CaseRule rule, CancellationToken cancellationToken);

    /// <summary>The frozen page in clear; null when there is none or it was purged.</summary>
    Task<PageCapture?> ReadEvidenceAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>Figures of the queue.</summary>
    Task<QueueFigures> GetFiguresAsync(CancellationToken cancellationToken);
}
