using Fraud.Cases;

namespace Fraud.Review.Deciding;

/// <summary>Reads a case's standing decisions from its events: a decision stands until it is taken back.</summary>
internal static class Standing
{
    /// <summary>Decisions that stand, oldest first.</summary>
    public static IReadOnlyList<CaseEvent> Of(IReadOnlyList<CaseEvent> decisions)
    {
        var standing = new List<CaseEvent>();
        foreach (var e in decisions)
        {
            if (e.Kind == EventKinds.Decided)
            {
                standing.Add(e);
            }
            else if (standing.Count > 0)
            {
                standing.RemoveAt(standing.Count - 1);
            }
        }

        return standing;
    }

    /// <summary>The state after a decision; open when there is none.</summary>
    public static CaseState StateAfter(Decision? decision) => decision switch
    {
        Decision.Confirm => CaseState.Confirmed,
        Decision.NotFraud => CaseState.Dismissed,
        Decision.Unsure => CaseState.Unsure,
        Decision.Escalate => CaseState.Escalated,
        _ => CaseState.Open,
    };
}
