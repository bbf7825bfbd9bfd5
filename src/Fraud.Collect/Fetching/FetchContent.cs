namespace Fraud.Collect.Fetching;

/// <summary>A body to post.</summary>
/// <param name="Type">Its content type.</param>
/// <param name="Text">The body; may hold a secret, so it is never logged.</param>
public sealed record FetchContent(string Type, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Type}, {Text.Length} characters";
}
