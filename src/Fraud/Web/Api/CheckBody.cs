namespace Fraud.Web;

/// <summary>A text to assess.</summary>
/// <param name="Text">1 to 20,000 characters.</param>
/// <param name="Id">Returned as given.</param>
/// <param name="PostedAt">ISO 8601 posting date; prices are judged on that day.</param>
internal sealed record CheckBody(string? Text, string? Id = null, string? PostedAt = null);
