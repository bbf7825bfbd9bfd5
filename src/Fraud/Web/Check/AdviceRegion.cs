using Fraud.Text;

namespace Fraud.Web;

/// <summary>A region and its channels.</summary>
internal sealed record AdviceRegion(string Id, LocalText Name, IReadOnlyList<AdviceChannel> Channels);
