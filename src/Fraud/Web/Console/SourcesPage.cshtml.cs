using Fraud.Posts;
using Microsoft.AspNetCore.Authorization;

namespace Fraud.Web;

/// <summary>How the sources are doing.</summary>
[Authorize(Roles.Observer)]
internal sealed class SourcesPageModel(UiTexts texts, TimeProvider clock, ICrawlStore crawl) : FraudPage(texts, clock)
{
    public IReadOnlyList<SourceHealth> Health { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Health = await crawl.ListHealthAsync(cancellationToken);
}
