namespace Fraud.Storage.Posts;

/// <summary>The part of a page capture that rests encrypted beside the body.</summary>
internal sealed record CaptureHead(string Url, string ContentType, string Headers);
