namespace Fraud.Collect.Fetching;

/// <summary>Sends one request in its host's pace and repeats it, with jitter, when that may help.</summary>
internal sealed class PoliteSender(FetchOptions options, HttpTransport transport, HostPace pace, TimeProvider time, Random random)
{
    private readonly Lock _gate = new();

    public async Task<HttpExchange> SendAsync(Uri url, FetchRequest conditions, SendMode mode, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var exchange = await SendOnceAsync(url, conditions, mode, cancellationToken);
            if (attempt >= options.Retries || !MayHelp(exchange))
            {
                return exchange;
            }

            // A host that names its time is waited for in its pace
            if (exchange.RetryAt is null)
            {
                await Task.Delay(DelayAfter(attempt), time, cancellationToken);
            }
        }
    }

    private async Task<HttpExchange> SendOnceAsync(Uri url, FetchRequest conditions, SendMode mode, CancellationToken cancellationToken)
    {
        var (turn, retryAt) = await pace.WaitAsync(url.IdnHost, cancellationToken);
        if (turn is null)
        {
            return new() { Outcome = FetchOutcome.Of(FetchResult.NotNow, "the host's turn is too far off", retryAt) };
        }

        HttpExchange? exchange = null;
        try
        {
            return exchange = await transport.SendAsync(url, conditions, mode, cancellationToken);
        }
        finally
        {
            turn.End(exchange?.Strained ?? false, exchange?.RetryAt);
        }
    }

    // A time too far off to wait for is the caller's to keep
    private bool MayHelp(HttpExchange exchange) => exchange.Transient && !(exchange.RetryAt > time.GetUtcNow() + options.MaxWait);

    // Twice as long each time, give or take a half, so that hosts that failed together are not asked again together
    private TimeSpan DelayAfter(int attempt)
    {
        lock (_gate)
        {
            return options.RetryDelay * Math.Pow(2, attempt) * (0.5 + random.NextDouble());
        }
    }
}
