namespace Fraud.Demo;

/// <summary>A post of the sample site with its right label.</summary>
/// <param name="Page">Path of the page it stands on.</param>
/// <param name="Key">Native id on the page; empty for a page with one post.</param>
/// <param name="Label">Label id.</param>
/// <param name="Planted">Whether it must reach the review queue.</param>
internal sealed record DemoPost(string Page, string Key, string Label, bool Planted);
