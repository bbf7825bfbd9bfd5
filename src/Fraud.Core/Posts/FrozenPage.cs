namespace Fraud.Posts;

/// <summary>A page as it was frozen.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Page">The page in clear.</param>
public sealed record FrozenPage(long Id, PageCapture Page);
