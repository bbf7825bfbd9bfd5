namespace Fraud.Work;

/// <summary>Tells the next stage that work is ready, so that it need not wait for its interval. A hint: a lost one costs time, never work.</summary>
public interface IWorkSignal
{
    /// <summary>Called after the work was committed; returns at once and never throws.</summary>
    void Ready(WorkKind kind);
}
