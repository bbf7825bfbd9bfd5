using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Fraud.Cases;

namespace Fraud.Report.Formats.Misp;

/// <summary>MISP events (core format 2.5, https://github.com/MISP/misp-rfc), one for each campaign and for each case that belongs to none, in the form MISP imports: {"response":[{"Event":…}]}.</summary>
internal sealed class MispFormat : IReportFormat
{
    public string Name => "misp";

    public string FileName => "misp-events.json";

    public async Task<long> WriteAsync(Stream output, ReportContext context, IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken)
    {
        var events = new OrderedDictionary<string, MispEvent>();
        await foreach (var confirmed in cases.WithCancellation(cancellationToken))
        {
            var name = confirmed.CampaignId is { } id ? string.Create(CultureInfo.InvariantCulture, $"campaign {id}") : string.Create(CultureInfo.InvariantCulture, $"case {confirmed.CaseId}");
            if (!events.TryGetValue(name, out var made))
            {
                events.Add(name, made = new(context, name, confirmed));
            }

            made.Add(confirmed);
        }

        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync("{\"response\":[");
        for (var i = 0; i < events.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteAsync(i == 0 ? "\n" : ",\n");
            await writer.WriteAsync(new JsonObject { ["Event"] = events.GetAt(i).Value.ToJson() }.ToJsonString(FormatJson.Node));
        }

        await writer.WriteAsync("\n]}\n");
        return events.Count;
    }
}
