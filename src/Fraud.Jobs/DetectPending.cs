using Fraud.Findings;
using Fraud.Work;
using Microsoft.Extensions.Logging;

namespace Fraud.Jobs;

/// <summary>Assesses stored posts that have no verdict of the present model and policy.</summary>
internal sealed class DetectPending(IDetectionStore store, IAssessor assessor, JobOptions options, JobMeter meter, ILogger<DetectPending> log) : IRecurringJob
{
    public string Name => "detect";

    public string Queue => "detect";

    public TimeSpan Interval => options.DetectEvery;

    public WorkKind? WokenBy => WorkKind.PostsStored;

    public bool IsShared => true;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var pending = await store.TakePendingAsync(assessor.Model, assessor.Policy, options.DetectBatch, options.DetectLease, cancellationToken);
            if (pending.Count == 0)
            {
                return;
            }

            List<AssessedPost> assessed = new(pending.Count);
            List<long> refused = [];
            foreach (var post in pending)
            {
                if (Assess(post) is { } done)
                {
                    assessed.Add(done);
                }
                else
                {
                    refused.Add(post.PostId);
                }
            }

            await store.SaveAsync(assessed, cancellationToken);
            if (refused.Count > 0)
            {
                await store.DeferAsync(refused, options.DetectRetryAfter, cancellationToken);
            }

            meter.Assessed(assessed.Count, refused.Count);
        }
    }

    private AssessedPost? Assess(PendingPost pending)
    {
        try
        {
            var context = new AssessContext
            {
                PostedOn = DateOnly.FromDateTime((pending.Post.PostedAt ?? pending.Post.FetchedAt).UtcDateTime),
                Host = Uri.TryCreate(pending.Post.Url, UriKind.Absolute, out var url) ? url.IdnHost : "",
                Author = pending.Post.Author,
            };
            return new() { PostId = pending.PostId, Post = pending.Post, Assessment = assessor.Assess(pending.Post.Body, context) };
        }
        catch (Exception e)
        {
            // The assessor promises not to throw; one post that breaks the promise must not hold up the others
            log.AssessFailed(pending.PostId, e);
            return null;
        }
    }
}
