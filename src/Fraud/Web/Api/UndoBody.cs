namespace Fraud.Web;

/// <summary>Why a decision is taken back.</summary>
/// <param name="Reason">1 to 1,000 characters.</param>
internal sealed record UndoBody(string Reason);
