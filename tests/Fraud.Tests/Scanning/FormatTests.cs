using System.Text;
using System.Text.Json;
using Fraud.Commands;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Scanning;
using Fraud.Testing;

namespace Fraud.Tests.Scanning;

/// <summary>The forms findings leave in.</summary>
public class FormatTests
{
    private static readonly IReadOnlyDictionary<string, KeyRule> _rules = ScanKit.Scanner.Rules.Rules.ToDictionary(r => r.Id);

    [Fact]
    public void Lines_of_json_have_the_promised_fields_and_no_more()
    {
        var lines = Write(o => new JsonFormat(o, array: false), Finding("a.py"), Finding("词.py") with { Commit = new('c', 40) });

        Assert.Equal("""{"file":"a.py","line":3,"column":7,"rule":"key.openai.project","redacted":"sk-proj-…9f3a","fingerprint":"f1","confidence":"high"}""", lines.Split('\n')[0]);
        Assert.Equal(new string('c', 40), JsonDocument.Parse(lines.Split('\n')[1]).RootElement.GetProperty("commit").GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void An_array_of_json_is_whole_however_many_there_are(int count)
    {
        var json = Write(o => new JsonFormat(o, array: true), [.. Enumerable.Repeat(Finding("a"), count)]);

        Assert.Equal(count, JsonDocument.Parse(json).RootElement.GetArrayLength());
    }

    [Fact]
    public void Csv_quotes_what_must_be_and_defuses_formulas()
    {
        var lines = Write(o => new CsvFormat(o, _rules), Finding("a,\"b\"\n.py"), Finding("=cmd()")).Split("\r\n");

        Assert.StartsWith("file,line,column,rule,issuer,severity,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("\"a,\"\"b\"\"\n.py\",3,7,key.openai.project,OpenAI,critical,sk-proj-…9f3a,f1,high,,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("\"'=cmd()\",3,", lines[2], StringComparison.Ordinal);
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public void A_persons_terminal_is_not_moved_by_a_files_name() =>
        Assert.DoesNotContain('\x1B', Write(o => new PrettyFormat(o, _rules), Finding("a\x1B[2J\n.py")));

    /// <summary>What the schema of SARIF 2.1.0 demands of the parts that are used (oasis-tcs/sarif-spec, sarif-schema-2.1.0.json).</summary>
    [Fact]
    public void Sarif_has_what_its_schema_demands()
    {
        using var json = JsonDocument.Parse(Write(o => new SarifFormat(o, _rules), Finding("a b/词.py"), Finding("/abs/x"), Finding("c") with { Commit = new('c', 40) }));

        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = json.RootElement.GetProperty("runs")[0];
        Only(run, "tool", "invocations", "columnKind", "results");
        var driver = run.GetProperty("tool").GetProperty("driver");
        Only(driver, "name", "semanticVersion", "rules");
        var ids = driver.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(driver.GetProperty("rules").EnumerateArray(), r => Assert.True(Uri.IsWellFormedUriString(r.GetProperty("helpUri").GetString(), UriKind.Absolute)));
        Assert.All(run.GetProperty("results").EnumerateArray(), r => Sound(r, ids));
        Assert.Equal(["a%20b/%E8%AF%8D.py", "file:///abs/x", "c"], run.GetProperty("results").EnumerateArray().Select(Address));
    }

    [Fact]
    public void Sarif_says_what_could_not_be_read()
    {
        using var room = new MemoryStream();
        new SarifFormat(room, _rules).End([new("a.zip", "damaged")]);
        var invocation = JsonDocument.Parse(room.ToArray()).RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];

        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal("a.zip: damaged", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void A_baseline_knows_its_keys_wherever_they_turn_up_and_only_under_its_secret()
    {
        using var folder = new TempFolder();
        Baseline.Write(folder["b.json"], "secret"u8, [Finding("a"), Finding("b")]);

        var baseline = Baseline.Read(folder["b.json"], "secret"u8);

        Assert.True(baseline.Has(Finding("elsewhere")));
        Assert.False(baseline.Has(Finding("a", "f2")));
        Assert.Contains("another fingerprint secret", Assert.Throws<UsageException>(() => Baseline.Read(folder["b.json"], "other"u8)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":\"1\",\"secret\":1,\"findings\":{}}")]
    public void What_is_no_baseline_is_refused(string content)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["b.json"], content);

        Assert.Throws<UsageException>(() => Baseline.Read(folder["b.json"], "secret"u8));
    }

    private static void Sound(JsonElement result, List<string?> ids)
    {
        Only(result, "ruleId", "ruleIndex", "level", "message", "partialFingerprints", "locations", "properties");
        Assert.Equal(result.GetProperty("ruleId").GetString(), ids[result.GetProperty("ruleIndex").GetInt32()]);
        Assert.Contains(result.GetProperty("level").GetString(), (string[])["none", "note", "warning", "error"]);
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        Assert.InRange(result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt64(), 1, long.MaxValue);
    }

    private static string? Address(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString();

    // The schema allows no other properties than its own
    private static void Only(JsonElement element, params string[] names) => Assert.Empty(element.EnumerateObject().Select(p => p.Name).Except(names));

    private static string Write(Func<Stream, IFindingFormat> make, params ScanFinding[] findings)
    {
        using var room = new MemoryStream();
        var format = make(room);
        Array.ForEach(findings, format.Write);
        format.End([]);
        return Encoding.UTF8.GetString(room.ToArray());
    }

    private static ScanFinding Finding(string file, string fingerprint = "f1") => new(file, 3, 7, new()
    {
        Rule = "key.openai.project",
        Issuer = "OpenAI",
        Redacted = "sk-proj-…9f3a",
        Fingerprint = fingerprint,
        Start = 0,
        End = 9,
        Confidence = KeyConfidence.High,
        RevokeUrl = "https://platform.openai.com/api-keys",
    });
}
