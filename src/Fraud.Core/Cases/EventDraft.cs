namespace Fraud.Cases;

/// <summary>An event before the log gives it its place, time and hash.</summary>
/// <param name="Kind">See <see cref="CaseEvent.Kind"/>.</param>
/// <param name="Actor">Account name, or "system".</param>
/// <param name="Reason">The actor's words.</param>
/// <param name="Decision">The decision made or taken back.</param>
public sealed record EventDraft(string Kind, string Actor, string Reason = "", Decision? Decision = null);
