namespace Fraud.Cases;

/// <summary>One part of a case's priority as computed when it entered the queue.</summary>
/// <param name="Kind">"harm", "reach" or "key"; "waiting" is added when the case is shown.</param>
/// <param name="Points">What it adds.</param>
/// <param name="Value">What it was computed from: probability of harm, posts in the campaign or sightings, confidence of the key, hours waited.</param>
public sealed record PriorityPart(string Kind, double Points, double Value);
