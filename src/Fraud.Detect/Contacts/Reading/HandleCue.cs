namespace Fraud.Contacts;

/// <summary>A word that announces a handle.</summary>
/// <param name="Word">Canonical form, sound-alikes replaced.</param>
/// <param name="Kind">Kind of the contact.</param>
/// <param name="IsWeak">Whether the word alone means too little: it needs a colon or an invitation before it.</param>
internal sealed record HandleCue(string Word, string Kind, bool IsWeak = false);
