using System.Text;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Testing;

namespace Fraud.Contracts;

/// <summary>Makers for the stores' tests.</summary>
public static class Make
{
    public static CrawlTarget Target(string url, string source = "test") => new() { Source = source, Url = url };

    public static PageCapture Page(string body = "<p>page</p>", string url = "https://example.org/page") => new()
    {
        Source = "test",
        Url = url,
        FetchedAt = Some.Moment,
        ContentType = "text/html; charset=utf-8",
        Headers = "Server: example",
        Body = Encoding.UTF8.GetBytes(body),
    };

    public static CrawlVisit Visit(CrawlTarget target, PageCapture? page = null, params Post[] posts) =>
        new() { Target = target, Outcome = page is null ? "unchanged" : "stored", Page = page, Posts = posts };

    public static AssessedPost Assessed(PendingPost pending, Verdict verdict = Verdict.Alert, PitchLabel label = PitchLabel.Hoarding, double score = 0.9) =>
        new() { PostId = pending.PostId, Post = pending.Post, Assessment = Some.Assessment(verdict, label, score) };
}
