using Fraud.Text;

namespace Fraud.Web;

/// <summary>One official channel.</summary>
/// <param name="Contact">Number or address.</param>
/// <param name="For">What it is for.</param>
/// <param name="Strength">How well the number is sourced: strong, medium or weak.</param>
/// <param name="Source">Where it was read.</param>
internal sealed record AdviceChannel(string Contact, LocalText For, string Strength, string Source);
