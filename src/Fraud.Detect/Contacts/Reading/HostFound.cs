namespace Fraud.Contacts;

/// <summary>A host with a known top level, at a place of the view.</summary>
/// <param name="Host">Lower case, letters of other scripts as written.</param>
/// <param name="Start">First unit.</param>
/// <param name="End">One past the last unit.</param>
/// <param name="Labels">Number of labels.</param>
/// <param name="IsDisguised">Whether a dot was written another way.</param>
internal readonly record struct HostFound(string Host, int Start, int End, int Labels, bool IsDisguised);
