using Fraud.Findings;

namespace Fraud.Pitches;

/// <summary>What the other detectors found in the same text.</summary>
/// <param name="Keys">Leaked keys.</param>
/// <param name="Offer">The most telling offer; null when none.</param>
/// <param name="Contacts">Contacts.</param>
/// <param name="Context">What is known besides the words.</param>
public readonly record struct PitchEvidence(IReadOnlyList<KeyFinding> Keys, Offer? Offer, IReadOnlyList<Contact> Contacts, AssessContext Context);
