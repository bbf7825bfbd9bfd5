using Polly;
using Polly.Retry;

namespace Fraud.Collect.Fetching;

/// <summary>Sends one request in its host's pace and repeats it, with jitter, when that may help.</summary>
internal sealed class PoliteSender
{
    private readonly HttpTransport _transport;
    private readonly HostPace _pace;
    private readonly ResiliencePipeline<HttpExchange> _retries;

    public PoliteSender(FetchOptions options, HttpTransport transport, HostPace pace, TimeProvider time, Random random)
    {
        (_transport, _pace) = (transport, pace);
        _retries = options.Retries == 0 ? ResiliencePipeline<HttpExchange>.Empty : CreateRetries(options, time, random);
    }

    public async Task<HttpExchange> SendAsync(Uri url, FetchRequest conditions, SendMode mode, CancellationToken cancellationToken) =>
        await _retries.ExecuteAsync(
            static async (state, token) => await state.Sender.SendOnceAsync(state.Url, state.Conditions, state.Mode, token),
            (Sender: this, Url: url, Conditions: conditions, Mode: mode),
            cancellationToken);

    private async Task<HttpExchange> SendOnceAsync(Uri url, FetchRequest conditions, SendMode mode, CancellationToken cancellationToken)
    {
        var (turn, retryAt) = await _pace.WaitAsync(url.IdnHost, cancellationToken);
        if (turn is null)
        {
            return new() { Outcome = FetchOutcome.Of(FetchResult.NotNow, "the host's turn is too far off", retryAt) };
        }

        HttpExchange? exchange = null;
        try
        {
            return exchange = await _transport.SendAsync(url, conditions, mode, cancellationToken);
        }
        finally
        {
            turn.End(exchange?.Strained ?? false, exchange?.RetryAt);
        }
    }

    private static ResiliencePipeline<HttpExchange> CreateRetries(FetchOptions options, TimeProvider time, Random random)
    {
        var gate = new Lock();
        var builder = new ResiliencePipelineBuilder<HttpExchange> { TimeProvider = time };
        builder.AddRetry(new RetryStrategyOptions<HttpExchange>
        {
            MaxRetryAttempts = options.Retries,
            Delay = options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            // A time too far off to wait for is the caller's to keep
            ShouldHandle = a => ValueTask.FromResult(a.Outcome.Result is { Transient: true } r && !(r.RetryAt > time.GetUtcNow() + options.MaxWait)),
            // A host that names its time is waited for in its pace
            DelayGenerator = static a => ValueTask.FromResult<TimeSpan?>(a.Outcome.Result?.RetryAt is null ? null : TimeSpan.Zero),
            Randomizer = () =>
            {
                lock (gate)
                {
                    return random.NextDouble();
                }
            },
        });
        return builder.Build();
    }
}
