using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats;

/// <summary>
/// Drafts of statements of reasons (Digital Services Act, Art. 17) in the form of the Commission's transparency database, one a line. Only the platform decides and
/// may submit: it fills in its decision and its ground. The database takes no personal data, so neither words nor names of the post are in it.
/// </summary>
internal sealed class DsaFormat : IReportFormat
{
    private const int LongestFacts = 5000;
    private const int LongestExplanation = 2000;
    private const int LongestName = 500;
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => "dsa";

    public string FileName => "dsa-drafts.jsonl";

    public async Task<long> WriteAsync(Stream output, ReportContext context, IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        long count = 0;
        await foreach (var confirmed in cases.Where(c => c.IsPitch()).WithCancellation(cancellationToken))
        {
            await writer.WriteAsync(Draft(confirmed, context).ToJsonString(FormatJson.Node));
            await writer.WriteAsync('\n');
            count++;
        }

        return count;
    }

    private static JsonObject Draft(ConfirmedCase confirmed, ReportContext context)
    {
        var draft = new JsonObject
        {
            ["puid"] = context.Id($"dsa case {confirmed.CaseId}").ToString(),
            ["decision_visibility"] = new JsonArray("DECISION_VISIBILITY_CONTENT_REMOVED"),
            ["decision_ground"] = "DECISION_GROUND_INCOMPATIBLE_CONTENT",
            ["incompatible_content_ground"] = "Terms of the platform on scams and unauthorised sales (the platform cites the clause)",
            ["incompatible_content_explanation"] = Confirmation.Cut(Explanation(confirmed.Assessed.Assessment.Label), LongestExplanation),
            ["content_type"] = confirmed.Assessed.Post.Listing is null ? new JsonArray("CONTENT_TYPE_TEXT") : new JsonArray("CONTENT_TYPE_TEXT", "CONTENT_TYPE_PRODUCT"),
            ["category"] = "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
            ["category_specification"] = new JsonArray(Keyword(confirmed.Assessed.Assessment.Label)),
            ["content_date"] = Day(confirmed.FirstSeen()),
            ["application_date"] = Day(context.CreatedAt),
            ["decision_facts"] = Confirmation.Cut($"Found by automated reading of public posts. {confirmed.Signs()}", LongestFacts),
            ["source_type"] = "SOURCE_TYPE_OTHER_NOTIFICATION",
            ["source_identity"] = Confirmation.Cut(context.Options.Organisation, LongestName),
            ["automated_detection"] = "Yes",
            ["automated_decision"] = "AUTOMATED_DECISION_NOT_AUTOMATED",
        };
        if (Language(confirmed.Assessed.Post.Language) is { } language)
        {
            draft["content_language"] = language;
        }

        return draft;
    }

    private static string Explanation(PitchLabel label) => label switch
    {
        PitchLabel.Hoarding => "The post advertises AI usage tokens as something to hoard and resell at a gain. Tokens are paid usage of a service; they do not gain value.",
        PitchLabel.YieldMlm => "The post promises returns on AI usage tokens, or rewards for recruiting others.",
        PitchLabel.GreyResale => "The post offers AI usage that the provider has not authorised the author to sell.",
        PitchLabel.KeyTrade => "The post trades in access keys or accounts of AI services.",
        PitchLabel.Phishing => "The post leads to a page that asks for credentials, codes, identity or payment data under a pretext.",
        PitchLabel.CoinPromo => "The post promotes a crypto asset under the name of AI tokens.",
        _ => "The post was confirmed as a fraudulent offer by a reviewer.",
    };

    private static string Keyword(PitchLabel label) => label switch
    {
        PitchLabel.YieldMlm => "KEYWORD_PYRAMID_SCHEMES",
        PitchLabel.GreyResale or PitchLabel.KeyTrade => "KEYWORD_GOODS_SERVICES_NOT_PERMITTED",
        PitchLabel.Phishing => "KEYWORD_PHISHING",
        _ => "KEYWORD_MISLEADING_INFO_GOODS_SERVICES",
    };

    private static string Day(DateTimeOffset moment) => (moment < Earliest ? Earliest : moment).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // ISO 639-1 in capitals; a longer code, or none, is left to the platform
    private static string? Language(string tag) => tag.Split('-')[0] is { Length: 2 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null;
}
