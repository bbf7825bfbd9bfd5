using Fraud.Testing;

namespace Fraud.Detect.Tests.Keys;

/// <summary>Kinds of keys that other scanners publish samples of: found by themselves, or beside their issuer's name however that is written.</summary>
public class PeerShapeTests
{
    private const int Fillings = 3;
    private static readonly string[] _alone = ["see § ok", "密钥：§，速用", "{\"k\":\"§\"}"];
    private static readonly string[] _named = ["@_api_key = \"§\"", "@Token: §\n", "@ SECRET §", "{\"@_token\": \"§\"}"];

    private static IEnumerable<string[]> Rows =>
        File.ReadLines(Repo.TestFile("Fraud.Detect.Tests", "Keys", "peers.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t'));

    [Fact]
    public void At_least_99_of_100_are_found()
    {
        var (all, missed) = (0, new List<string>());
        foreach (var text in Rows.SelectMany(Texts))
        {
            all++;
            if (Scanner.Scan(text).Count == 0)
            {
                missed.Add(text);
            }
        }

        Assert.True(all > 5000, $"{all} texts");
        Assert.True(missed.Count * 100 <= all, $"{missed.Count} of {all} missed, such as\n{string.Join('\n', missed.Take(40))}");
    }

    private static IEnumerable<string> Texts(string[] row) =>
        from frame in row[1] == "alone" ? _alone : _named
        from seed in Enumerable.Range(1, Fillings)
        select frame.Replace("@", row[0], StringComparison.Ordinal).Replace("§", KeyShape.Fill(row[2], new Random(seed)), StringComparison.Ordinal);
}
