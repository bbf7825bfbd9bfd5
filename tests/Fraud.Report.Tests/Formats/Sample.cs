using System.Text;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Posts;
using Fraud.Report.Formats;
using Fraud.Testing;

namespace Fraud.Report.Tests.Formats;

/// <summary>The same few cases for every format's approved file: a campaign of two, a phishing page, a key that leaked, an import without an address.</summary>
internal static class Sample
{
    public static ReportContext Context { get; } = new()
    {
        Options = new() { Organisation = "Token Fraud Watch", Contact = "desk@watch.example", Domain = "watch.example" },
        Since = Some.Moment.AddDays(-30),
        Until = Some.Moment.AddDays(1),
        CreatedAt = Some.Moment.AddDays(1),
        Namespace = new("11111111-2222-4333-8444-555555555555"),
        Reviewers = new(new byte[32]),
        CaseCount = 5,
    };

    public static IReadOnlyList<ConfirmedCase> Cases { get; } =
    [
        Case(1, PitchLabel.Hoarding, "囤词元就像早年囤比特币，内部渠道三折，微信 tk_8888", 12).WithContact("wechat", "tk_8888").WithContact("tron", "TXYZsampleaddress", "payee"),
        Case(2, PitchLabel.Hoarding, "转手就赚，加微信 tk_8888 或 it's'me\\x", 12).WithContact("wechat", "tk_8888").WithContact("telegram", "it's'me\\x").WithContact("email", "seller@cheap-tokens.example"),
        Case(3, PitchLabel.Phishing, "Top up here: https://topup.example/login?a=1", null).WithContact("url", "https://topup.example/login?a=1").WithContact("phone", "+8613800000000", "reported"),
        Case(4, PitchLabel.KeyExposure, "why does my key not work ••••••••", null).WithKey() with { Sightings = [new(40, "forum.example", "https://forum.example/t/9", Some.Moment.AddHours(3))] },
        Case(5, PitchLabel.KeyTrade, "卖号池 key，私聊", null).WithKey("key.anthropic.api", "Anthropic").With((Post p) => p with { Url = "", Author = "" }) with { EvidenceSha256 = "" },
    ];

    public static async Task<string> WriteAsync(string format, params ConfirmedCase[] cases)
    {
        using var output = new MemoryStream();
        var chosen = cases.Length == 0 ? Cases : cases;
        await Desk.Formats().Single(f => f.Name == format).WriteAsync(output, Context with { CaseCount = chosen.Count }, chosen.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static ConfirmedCase Case(long id, PitchLabel label, string text, long? campaign) => new()
    {
        CaseId = id,
        Assessed = new()
        {
            PostId = id,
            Post = new()
            {
                Source = "forum.example",
                NativeId = $"t{id}",
                Url = $"https://forum.example/t/{id}",
                Text = text,
                Author = $"author{id}",
                PostedAt = Some.Moment.AddDays(-id),
                FetchedAt = Some.Moment.AddHours(-1),
                Language = label == PitchLabel.Phishing ? "en" : "zh-Hans",
            },
            Assessment = Some.Assessment(label: label) with { Findings = [new() { Rule = "scam.hoarding.appreciation", Start = 0, End = 2, Weight = 1.5, Reason = new("Promises that tokens gain value", "声称词元会升值") }] },
        },
        ConfirmedAt = Some.Moment.AddMinutes(id),
        ConfirmedBy = id % 2 == 0 ? "alice" : "bob",
        Reason = "promises a return",
        EvidenceSha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        EvidenceAt = Some.Moment.AddHours(-1),
        CampaignId = campaign,
        EventHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"event {id}"))),
    };
}
