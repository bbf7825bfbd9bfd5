using System.Collections.Concurrent;

namespace Fraud.Collect.Fetching;

/// <summary>Spaces out the requests to each host: least delay, Crawl-delay, the host's own speed, and its requests to wait.</summary>
internal sealed class HostPace(FetchOptions options, TimeProvider time)
{
    private const int MaxHosts = 20_000;
    private const double LeastStrainedSeconds = 0.1;
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's next free moment.</summary>
    /// <returns>A turn to end with the outcome; null with the time to come back when that is too far off.</returns>
    public async Task<(Turn? Turn, DateTimeOffset? RetryAt)> WaitAsync(string hostName, CancellationToken cancellationToken)
    {
        var host = Get(hostName);
        await host.Places.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var (slot, granted) = host.Reserve(now, now + options.MaxWait, Delay(host));
            if (!granted)
            {
                host.Places.Release();
                return (null, slot);
            }

            if (slot > now)
            {
                await Task.Delay(slot - now, time, cancellationToken);
            }

            return (new(host, time), null);
        }
        catch (OperationCanceledException)
        {
            host.Places.Release();
            throw;
        }
    }

    /// <summary>Takes over a Crawl-delay.</summary>
    public void SetCrawlDelay(string hostName, TimeSpan delay) => Get(hostName).CrawlDelay = delay;

    /// <summary>Current delay between two requests.</summary>
    public TimeSpan DelayOf(string hostName) => Delay(Get(hostName));

    /// <summary>When the host may be asked next, and the delay in force.</summary>
    public (DateTimeOffset FreeAt, TimeSpan Delay) StateOf(string hostName)
    {
        var host = Get(hostName);
        return (host.NextAt > DateTimeOffset.UnixEpoch ? host.NextAt : DateTimeOffset.UnixEpoch, Delay(host));
    }

    private TimeSpan Delay(Host host)
    {
        var seconds = Math.Max(host.CrawlDelay.TotalSeconds, host.Latency * options.LatencyFactor);
        seconds = Math.Max(seconds, options.MinDelay.TotalSeconds);
        seconds = host.Penalty > 1 ? Math.Max(seconds, LeastStrainedSeconds) * host.Penalty : seconds;
        return Max(TimeSpan.FromSeconds(Math.Min(seconds, options.MaxDelay.TotalSeconds)), options.MinDelay);
    }

    private Host Get(string hostName)
    {
        if (_hosts.Count > MaxHosts)
        {
            // A host at rest is as good as new; one being asked keeps its state with whoever holds its turn
            foreach (var (name, host) in _hosts.Where(h => h.Value.NextAt < time.GetUtcNow()).Take(MaxHosts / 2))
            {
                _hosts.TryRemove(name, out _);
            }
        }

        return _hosts.GetOrAdd(hostName, _ => new(options.MaxConcurrentPerHost));
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>The right to send one request.</summary>
    internal sealed class Turn(Host host, TimeProvider time)
    {
        private readonly long _startedAt = time.GetTimestamp();

        /// <summary>Gives the turn back and learns from how it went.</summary>
        public void End(bool strained, DateTimeOffset? retryAt)
        {
            host.Learn(time.GetElapsedTime(_startedAt).TotalSeconds, strained, retryAt);
            host.Places.Release();
        }
    }

    internal sealed class Host(int places)
    {
        private const double MaxPenalty = 64;
        private readonly Lock _gate = new();

        public SemaphoreSlim Places { get; } = new(places);

        public DateTimeOffset NextAt { get; private set; } = DateTimeOffset.MinValue;

        public TimeSpan CrawlDelay { get; set; }

        public double Latency { get; private set; }

        public double Penalty { get; private set; } = 1;

        public (DateTimeOffset Slot, bool Granted) Reserve(DateTimeOffset now, DateTimeOffset latest, TimeSpan delay)
        {
            lock (_gate)
            {
                var slot = NextAt > now ? NextAt : now;
                if (slot > latest)
                {
                    return (slot, false);
                }

                NextAt = slot + delay;
                return (slot, true);
            }
        }

        public void Learn(double seconds, bool strained, DateTimeOffset? retryAt)
        {
            lock (_gate)
            {
                Latency = Latency == 0 ? seconds : (0.7 * Latency) + (0.3 * seconds);
                Penalty = strained ? Math.Min(Penalty * 2, MaxPenalty) : Math.Max(Penalty / 2, 1);
                if (retryAt > NextAt)
                {
                    NextAt = retryAt.Value;
                }
            }
        }
    }
}
