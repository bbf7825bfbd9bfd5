using Fraud.Text;

namespace Fraud.Contacts;

/// <summary>A contact as found, before overlaps are settled.</summary>
/// <param name="Kind">Kind of <see cref="Findings.Contact"/>.</param>
/// <param name="Value">Normalised and, where it must be, masked value.</param>
/// <param name="Role">Role unless the words are reported.</param>
/// <param name="Span">Range of the original.</param>
/// <param name="Rank">The higher of two that overlap stays.</param>
/// <param name="Detail">What else is known.</param>
internal readonly record struct ContactFound(string Kind, string Value, string Role, TextSpan Span, ContactRank Rank, string Detail = "");
