using Fraud.Findings;
using Fraud.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Fraud.Web;

/// <summary>The public check. Keeps nothing, fetches nothing, sends nothing on.</summary>
// No state changes and no session is used, so there is nothing to forge
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.Check)]
[ResponseCache(NoStore = true)]
internal sealed class CheckPageModel(UiTexts texts, TimeProvider clock, IAssessor assessor, AdviceChannels channels) : FraudPage(texts, clock)
{
    public const int Longest = 20_000;

    public string Given { get; private set; } = "";

    public string Shown { get; private set; } = "";

    public string Region { get; private set; } = "";

    public string? Problem { get; private set; }

    public Assessment? Result { get; private set; }

    public IReadOnlyList<Mark> Marks { get; private set; } = [];

    public IReadOnlyList<AdviceRegion> Regions => channels.Regions;

    public AdviceRegion? Channels => channels.Find(Region);

    public string CheckedOn => channels.CheckedOn;

    public IEnumerable<string> Advice => AdviceLines.For(Result!);

    public void OnGet() => Region = DefaultRegion();

    public void OnPost(string? text, string? region)
    {
        Region = channels.Find(region) is null ? DefaultRegion() : region!;
        Given = (text ?? "").ReplaceLineEndings("\n");
        Problem = string.IsNullOrWhiteSpace(Given) ? "check.empty" : Given.Length > Longest ? "check.long" : null;
        if (Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Result = assessor.Assess(Given, AssessContext.None with { PostedOn = DateOnly.FromDateTime(Now.UtcDateTime) });
        // What is shown back hides secrets too: a screenshot of the page travels
        Shown = SpanMask.Hide(Given, Result.SecretSpans());
        Marks = Highlight.Number(Result, T);
    }

    private string DefaultRegion() => T.Language == "zh-CN" ? "CN" : "US";
}
