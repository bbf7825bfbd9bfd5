using Fraud.Keys;
using Fraud.Text;

namespace Fraud.Web;

/// <summary>What a reviewer and an owner are told of a leaked key.</summary>
/// <param name="Severity">How much harm its leak can do; null when its rule is no more.</param>
/// <param name="Opens">What it opens.</param>
internal sealed record KeyHelp(KeySeverity? Severity, LocalText Opens);
