using System.Collections.Frozen;
using Fraud.Collect.Metering;

namespace Fraud.Collect.Fetching;

/// <summary>The way every page comes in.</summary>
internal sealed class Fetcher(FetchOptions options, AddressGuard guard, RobotsCache robots, PoliteSender sender, CollectMeter meter, TimeProvider time) : IFetcher
{
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var startedAt = time.GetTimestamp();
        var outcome = await FollowAsync(request, cancellationToken);
        meter.Fetched(outcome, time.GetElapsedTime(startedAt));
        return outcome;
    }

    private async Task<FetchOutcome> FollowAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url))
        {
            return FetchOutcome.Of(FetchResult.Blocked, "not a URL");
        }

        for (var hop = 0; hop <= options.MaxRedirects; hop++)
        {
            if (await RefusalAsync(url, request.IsApi, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            var exchange = await sender.SendAsync(url, request, SendMode.Page(options), cancellationToken);
            if (exchange.Outcome is { } outcome)
            {
                return outcome;
            }

            if (request.StayOnHost && exchange.Redirect!.IdnHost != url.IdnHost)
            {
                return Moved(exchange.Redirect);
            }

            // Neither a body nor a login goes where it was not meant for
            var same = IsSameSite(url, exchange.Redirect!);
            request = request with { Content = null, Headers = same ? request.Headers : FrozenDictionary<string, string>.Empty, IsApi = same && request.IsApi };
            url = exchange.Redirect!;
        }

        return FetchOutcome.Of(FetchResult.Failed, "too many redirects");
    }

    private FetchOutcome Moved(Uri to) => guard.Check(to) is { Length: > 0 } reason
        ? FetchOutcome.Of(FetchResult.Blocked, reason)
        : new() { Result = FetchResult.Moved, Detail = "moved to another host", Location = to.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped) };

    private static bool IsSameSite(Uri from, Uri to) => from.Authority.Equals(to.Authority, StringComparison.OrdinalIgnoreCase) && from.Scheme == to.Scheme;

    private async Task<FetchOutcome?> RefusalAsync(Uri url, bool isApi, CancellationToken cancellationToken)
    {
        if (guard.Check(url) is { Length: > 0 } reason)
        {
            return FetchOutcome.Of(FetchResult.Blocked, reason);
        }

        if (isApi)
        {
            return null;
        }

        var rules = await robots.GetAsync(url, cancellationToken);
        var decision = rules.File.Decide(options.UserAgentToken, url.AbsoluteUri);
        return decision.Allowed ? null
            : rules.Reachable ? FetchOutcome.Of(FetchResult.RefusedByRobots, decision.Rule)
            : FetchOutcome.Of(FetchResult.RefusedByRobots, "robots.txt could not be had", rules.FreshUntil);
    }
}
