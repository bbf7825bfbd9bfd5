namespace Fraud.Collect.Importing.Chats;

/// <summary>One message of an exported chat.</summary>
/// <param name="Id">The export's own id; empty when it has none.</param>
/// <param name="Author">Who wrote it, as shown.</param>
/// <param name="Date">When, as written.</param>
/// <param name="Text">The words.</param>
internal sealed record ChatMessage(string Id, string Author, string Date, string Text);
