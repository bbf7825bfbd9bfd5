using Fraud.Text;

namespace Fraud.Web;

/// <summary>What keys of some rules open.</summary>
/// <param name="Rules">Rule ids, or beginnings of them up to a dot.</param>
/// <param name="Text">What they open.</param>
internal sealed record KeyOpens(IReadOnlyList<string> Rules, LocalText Text);
