using AngleSharp.Dom;

namespace Fraud.Collect.Sources.Forums;

/// <summary>A post as found in a thread's markup.</summary>
/// <param name="Id">The element's id; empty when it has none.</param>
/// <param name="Text">The author's words.</param>
/// <param name="Author">The author's name; empty when not found.</param>
/// <param name="Time">The time as written; empty when not found.</param>
/// <param name="Body">Where the words stand.</param>
internal sealed record FoundPost(string Id, string Text, string Author, string Time, IElement Body)
{
    /// <summary>Id of the post it answers; empty when not told.</summary>
    public string ReplyTo { get; init; } = "";
}
