using System.Globalization;
using System.Text;
using System.Text.Json;
using Fraud.Collect.Html;
using Fraud.Collect.Polling;
using Fraud.Posts;

namespace Fraud.Collect.Sources.GitHub;

/// <summary>
/// Leaked keys on GitHub, with a token in Secret: https://api.github.com/gists/public, /search/code?q=WORDS or /events. Found keys rest redacted like all others; they are never tried.
/// https://docs.github.com/rest
/// </summary>
internal sealed class GitHubPlatform : JsonPlatform
{
    private const string Gist = "gist";
    private const string Commit = "commit";

    public override string Name => "github";

    public override string Terms => "https://docs.github.com/site-policy/acceptable-use-policies/github-acceptable-use-policies";

    public override IReadOnlyList<PlatformRequest> Begin(PlatformTrack track) =>
        [Ask(track, track.With(("per_page", "100"), ("since", IsGists(track) ? track.Cursor : "")), "")];

    protected override Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken) => Task.FromResult(
        request.Step == Gist ? new() { Posts = [.. GistPosts(page, json)] }
        : request.Step == Commit ? new() { Posts = [.. CommitPosts(page, json)] }
        : json.Child("items").ValueKind == JsonValueKind.Array ? new() { Posts = [.. json.List("items").Select(i => CodePost(page, i)).OfType<Post>()] }
        : json.ValueKind != JsonValueKind.Array ? PlatformAnswer.Unreadable
        : IsGists(track) ? Gists(track, json) : Events(track, page, json));

    private static bool IsGists(PlatformTrack track) => track.Start.AbsolutePath.Contains("/gists", StringComparison.Ordinal);

    // The text-match form of a search's answer brings the lines that matched
    private static PlatformRequest Ask(PlatformTrack track, string url, string step) =>
        new PlatformRequest { Url = url, Step = step }.WithBearer(track.Source.Secret).With("X-GitHub-Api-Version", "2022-11-28").With("Accept", "application/vnd.github.text-match+json, application/vnd.github+json");

    private static PlatformAnswer Gists(PlatformTrack track, JsonElement json)
    {
        var fresh = json.AsList().Where(g => string.CompareOrdinal(g.Text("updated_at"), track.Cursor) > 0).ToList();
        return new()
        {
            Next = [.. fresh.Take(track.Source.MaxPages).Select(g => g.Text("id")).Where(i => i.Length > 0).Select(i => Ask(track, $"{track.Origin}/gists/{Uri.EscapeDataString(i)}", Gist))],
            Cursor = fresh.Select(g => g.Text("updated_at")).Max(StringComparer.Ordinal),
        };
    }

    // Since October 2025 a push names its commits no more, only the head
    private static PlatformAnswer Events(PlatformTrack track, SourcePage page, JsonElement json)
    {
        var fresh = json.AsList().Where(e => e.Text("type") == "PushEvent" && OpaqueId.IsAfter(e.Text("id"), track.Cursor)).ToList();
        var heads = fresh.Select(e => (Repo: e.Child("repo").Text("name"), Head: e.Child("payload").Text("head"))).Where(e => e.Repo.Contains('/', StringComparison.Ordinal) && e.Head.All(char.IsAsciiHexDigit) && e.Head.Length > 6);
        var newest = OpaqueId.Newest(json.AsList().Select(e => e.Text("id")));
        return new()
        {
            Next = [.. heads.Take(track.Source.MaxPages).Select(e => Ask(track, $"{track.Origin}/repos/{e.Repo}/commits/{e.Head}", Commit))],
            Cursor = newest.Length > 0 ? newest : null,
            Wait = int.TryParse(page.Header("X-Poll-Interval"), CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) : TimeSpan.Zero,
        };
    }

    private static IEnumerable<Post> GistPosts(SourcePage page, JsonElement gist)
    {
        var files = gist.Child("files");
        foreach (var file in files.ValueKind == JsonValueKind.Object ? files.EnumerateObject().Select(f => f.Value) : [])
        {
            var post = PlatformPosts.From(page, $"gist/{gist.Text("id")}/{file.Text("filename")}", file.Text("content").ReplaceLineEndings("\n").Trim(), gist.Text("description"), p => p with
            {
                Url = PageLinks.Resolve(page.Url, gist.Text("html_url")) ?? "",
                Author = gist.Child("owner").Text("login"),
                PostedAt = LooseDate.Parse(gist.Text("updated_at"), page.FetchedAt, TimeSpan.Zero),
            });
            if (post is not null)
            {
                yield return post;
            }
        }
    }

    private static IEnumerable<Post> CommitPosts(SourcePage page, JsonElement commit)
    {
        foreach (var file in commit.List("files"))
        {
            var post = PlatformPosts.From(page, $"commit/{commit.Text("sha")}/{file.Text("filename")}", Added(file.Text("patch")), "", p => p with
            {
                Url = PageLinks.Resolve(page.Url, file.Text("blob_url") is { Length: > 0 } blob ? blob : commit.Text("html_url")) ?? "",
                Author = commit.Child("author").Text("login"),
                PostedAt = LooseDate.Parse(commit.Child("commit").Child("committer").Text("date"), page.FetchedAt, TimeSpan.Zero),
            });
            if (post is not null)
            {
                yield return post;
            }
        }
    }

    // What a commit takes away was published before it
    private static string Added(string patch)
    {
        var added = new StringBuilder();
        foreach (var line in patch.Split('\n'))
        {
            added.Append(line.StartsWith('+') ? line[1..].TrimEnd('\r') + "\n" : "");
        }

        return added.ToString().Trim();
    }

    private static Post? CodePost(SourcePage page, JsonElement item)
    {
        var text = string.Join("\n", item.List("text_matches").Select(m => m.Text("fragment")).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal));
        return PlatformPosts.From(page, $"code/{item.Child("repository").Text("full_name")}/{item.Text("sha")}/{item.Text("path")}", text, "", p => p with
        {
            Url = PageLinks.Resolve(page.Url, item.Text("html_url")) ?? "",
            Author = item.Child("repository").Child("owner").Text("login"),
        });
    }
}
