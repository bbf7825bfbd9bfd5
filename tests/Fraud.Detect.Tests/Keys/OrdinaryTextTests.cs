using Fraud.Findings;

namespace Fraud.Detect.Tests.Keys;

public class OrdinaryTextTests
{
    private const int Lines = 30_000;
    private const int Page = 50;

    [Fact]
    public void Nothing_is_found_in_thirty_thousand_lines()
    {
        var text = new OrdinaryText(2026);
        List<string> found = [];
        for (var i = 0; i < Lines / Page; i++)
        {
            var page = string.Join('\n', Enumerable.Range(0, Page).Select(_ => text.Line()));
            found.AddRange(Scanner.Scan(page).Select(f => f.Rule + " in " + LineOf(page, f)));
        }

        Assert.True(found.Count == 0, $"{found.Count} found:\n{string.Join('\n', found.Take(30))}");
    }

    [Fact]
    public void A_key_among_such_lines_is_found()
    {
        var text = new OrdinaryText(7);
        var key = Scanner.KeyOf("key.openai.project");
        var page = string.Join('\n', Enumerable.Range(0, Page).Select(i => i == 20 ? key : text.Line()));
        Assert.Equal("key.openai.project", Assert.Single(Scanner.Scan(page)).Rule);
    }

    private static string LineOf(string page, KeyFinding finding)
    {
        var start = page.LastIndexOf('\n', finding.Start) + 1;
        var end = page.IndexOf('\n', finding.End);
        return page[start..(end < 0 ? page.Length : end)];
    }
}
