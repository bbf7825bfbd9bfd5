namespace Fraud.Cases;

/// <summary>The review queue: one holder per case, every change an event.</summary>
public interface ICaseDesk
{
    /// <summary>One page of the queue.</summary>
    Task<CasePage> ListAsync(CaseFilter filter, CancellationToken cancellationToken);

    /// <summary>A case whole; null when there is none.</summary>
    Task<CaseDetail?> FindAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>Claims the free case of highest priority; a case this reviewer holds already comes first. Null when nothing is left.</summary>
    Task<Lease?> ClaimNextAsync(string reviewer, CaseFilter filter, CancellationToken cancellationToken);

    /// <summary>Claims this case, or says why not.</summary>
    Task<ClaimOutcome> ClaimAsync(long caseId, string reviewer, CancellationToken cancellationToken);

    /// <summary>Prolongs a lease the caller still holds.</summary>
    Task<ClaimOutcome> RenewAsync(long caseId, string reviewer, long fence, CancellationToken cancellationToken);

    /// <summary>Gives a lease back.</summary>
    Task ReleaseAsync(long caseId, string reviewer, long fence, CancellationToken cancellationToken);

    /// <summary>Decides under a lease; refused when the lease was lost or the case is decided.</summary>
    Task<DecideOutcome> DecideAsync(DecideCase decision, CancellationToken cancellationToken);

    /// <summary>Takes the newest decision back; the case returns to the state before it.</summary>
    Task<DecideOutcome> UndoAsync(long caseId, string actor, string reason, CancellationToken cancellationToken);

    /// <summary>The frozen page in clear, for leads; the reading is an event of the case. Null when there is none, it was purged, or the actor may not.</summary>
    Task<Fraud.Posts.PageCapture?> OpenEvidenceAsync(long caseId, string actor, string reason, CancellationToken cancellationToken);

    /// <summary>Figures for the console's head.</summary>
    Task<QueueFigures> GetFiguresAsync(CancellationToken cancellationToken);
}
