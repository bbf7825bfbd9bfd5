namespace Fraud.Cases;

/// <summary>Another post that shows the key of a case.</summary>
/// <param name="PostId">Row id of the post.</param>
/// <param name="Source">Name of its source.</param>
/// <param name="Url">Where it can be read, secrets masked; empty when unknown.</param>
/// <param name="SeenAt">When it was added, UTC.</param>
public sealed record CaseSighting(long PostId, string Source, string Url, DateTimeOffset SeenAt);
