namespace Fraud.Web;

/// <summary>What became of a push.</summary>
/// <param name="Stored">New posts.</param>
/// <param name="Known">Posts stored before.</param>
/// <param name="Refused">Lines refused.</param>
/// <param name="Faults">The first hundred refused lines.</param>
internal sealed record PushAnswer(int Stored, int Known, int Refused, IReadOnlyList<PushFault> Faults);
