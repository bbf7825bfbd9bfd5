using System.Text.Json;
using Fraud.Testing;

namespace Fraud.Tests.Cli;

/// <summary>The examples RFC 9309 prints, answered by `fraud robots`.</summary>
public class RobotsCommandTests
{
    // Section 5.1
    private const string Simple = "User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\nUser-Agent: foobot\nDisallow:/\nAllow:/example/page.html\nAllow:/example/allowed.gif\n\n"
        + "User-Agent: barbot\nUser-Agent: bazbot\nDisallow: /example/page.html\n\nUser-Agent: quxbot\n";

    // Section 5.2
    private const string Longest = "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n";

    // Section 2.2.1: groups of one agent are one group
    private const string Merged = "user-agent: ExampleBot\ndisallow: /foo\ndisallow: /bar\n\nuser-agent: ExampleBot\ndisallow: /baz\n";

    // Section 2.2.2 and 2.2.3
    private const string Octets = "user-agent: a\nallow: / # comment\ndisallow: /foo/bar?baz=quz\ndisallow: /foo/bar?baz=https://foo.bar\ndisallow: /foo/bar/\u30C4\ndisallow: /foo/bar/%62%61%7A\n"
        + "disallow: /this/path/exactly$\ndisallow: /this/*/here\ndisallow: /path/file-with-a-%2A.html\ndisallow: /path/foo-%24\n";

    private static readonly (string Robots, string Agent, string Path, bool Allowed)[] Cases =
    [
        (Simple, "foobot", "/", false), (Simple, "foobot", "/example/page.html", true), (Simple, "foobot", "/example/allowed.gif", true), (Simple, "foobot", "/publications/", false),
        (Simple, "barbot", "/example/page.html", false), (Simple, "bazbot", "/example/page.html", false), (Simple, "bazbot", "/example/other.gif", true), (Simple, "barbot", "/", true),
        (Simple, "quxbot", "/example/", true), (Simple, "quxbot", "/a.gif", true), (Simple, "otherbot", "/a.gif", false), (Simple, "otherbot", "/example/page.html", false),
        (Simple, "otherbot", "/publications/x", true), (Simple, "otherbot", "/a.gif?x", true), (Simple, "FooBot", "/", false),
        (Longest, "foobot", "/example/page/", true), (Longest, "foobot", "/example/page/disallowed.gif", false), (Longest, "foobot", "/other", true),
        (Merged, "ExampleBot", "/foo", false), (Merged, "examplebot", "/bar", false), (Merged, "ExampleBot", "/baz", false), (Merged, "ExampleBot", "/other", true),
        (Octets, "a", "/foo/bar?baz=quz", false), (Octets, "a", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", false), (Octets, "a", "/foo/bar/%E3%83%84", false), (Octets, "a", "/foo/bar/baz", false),
        (Octets, "a", "/this/path/exactly", false), (Octets, "a", "/this/path/exactly/not", true), (Octets, "a", "/this/is/here", false),
        (Octets, "a", "/path/file-with-a-*.html", false), (Octets, "a", "/path/file-with-a-b.html", true), (Octets, "a", "/path/foo-$", false), (Octets, "a", "/", true),
    ];

    [Fact]
    public async Task Every_example_of_the_rfc_is_answered_as_printed()
    {
        await using var process = FraudProcess.Start("robots", "--jsonl");
        await process.FeedAsync(string.Concat(Cases.Select(c => JsonSerializer.Serialize(new { robots = c.Robots, agent = c.Agent, url = "https://www.example.com" + c.Path }) + "\n")));
        Assert.Equal(0, await process.ExitAsync(TimeSpan.FromSeconds(60)));
        var answers = process.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("allowed").GetBoolean());

        Assert.Equal(Cases.Select(c => $"{c.Agent} {c.Path} {c.Allowed}"), Cases.Zip(answers, (c, a) => $"{c.Agent} {c.Path} {a}"));
    }
}
