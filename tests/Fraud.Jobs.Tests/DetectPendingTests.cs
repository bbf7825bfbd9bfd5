using System.Diagnostics.Metrics;
using Fraud.Findings;
using Fraud.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fraud.Jobs.Tests;

public class DetectPendingTests
{
    [Fact]
    public async Task All_pending_posts_get_a_verdict()
    {
        var store = new PendingPosts(5);
        await Job(store, _ => Some.Assessment()).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3, 4, 5], store.Saved.Select(a => a.PostId));
    }

    [Fact]
    public async Task A_post_that_cannot_be_assessed_waits_and_does_not_stop_the_others()
    {
        var store = new PendingPosts(3);
        await Job(store, text => text == "text 2" ? throw new InvalidOperationException("broken") : Some.Assessment()).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 3], store.Saved.Select(a => a.PostId));
        Assert.Equal([2], store.Deferred);
    }

    private static DetectPending Job(IDetectionStore store, Func<string, Assessment> assess)
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        return new(store, new FakeAssessor(assess), new() { DetectBatch = 2 }, new(meters), NullLogger<DetectPending>.Instance);
    }

    private sealed class FakeAssessor(Func<string, Assessment> assess) : IAssessor
    {
        public string Model => "pitch@test";

        public string Policy => "default@1";

        public Assessment Assess(string text, AssessContext context) => assess(text);
    }

    private sealed class PendingPosts(int count) : IDetectionStore
    {
        private readonly List<PendingPost> _waiting = [.. Enumerable.Range(1, count).Select(i => new PendingPost(i, Some.Post($"text {i}")))];

        public List<AssessedPost> Saved { get; } = [];

        public List<long> Deferred { get; } = [];

        public Task<IReadOnlyList<PendingPost>> TakePendingAsync(string model, string policy, int count, TimeSpan lease, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PendingPost>>([.. _waiting.Take(count)]);

        public Task SaveAsync(IReadOnlyList<AssessedPost> assessed, CancellationToken cancellationToken)
        {
            Saved.AddRange(assessed);
            _waiting.RemoveAll(p => assessed.Any(a => a.PostId == p.PostId));
            return Task.CompletedTask;
        }

        public Task DeferAsync(IReadOnlyList<long> postIds, TimeSpan delay, CancellationToken cancellationToken)
        {
            Deferred.AddRange(postIds);
            _waiting.RemoveAll(p => postIds.Contains(p.PostId));
            return Task.CompletedTask;
        }
    }
}
