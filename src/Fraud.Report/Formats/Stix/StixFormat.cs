using System.Globalization;
using System.Text.Json.Nodes;
using Fraud.Cases;

namespace Fraud.Report.Formats.Stix;

/// <summary>A STIX 2.1 bundle (https://docs.oasis-open.org/cti/stix/v2.1/), for threat-intelligence platforms.</summary>
internal sealed class StixFormat : IReportFormat
{
    public string Name => "stix";

    public string FileName => "stix-bundle.json";

    public async Task<long> WriteAsync(Stream output, ReportContext context, IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken)
    {
        var make = new StixObjects(context);
        await using var bundle = new StixBundle(output, context.Id($"bundle:{EventHash.Time(context.Since)} {EventHash.Time(context.Until)} {EventHash.Time(context.CreatedAt)}"));
        await bundle.AddAsync(make.Identity());
        await bundle.AddAsync(make.Marking());
        var writer = new StixCaseWriter(make, bundle);
        var clusters = new OrderedDictionary<string, StixCluster>();
        long count = 0;
        await foreach (var confirmed in cases.WithCancellation(cancellationToken))
        {
            var cluster = ClusterOf(clusters, confirmed);
            cluster.Add(confirmed);
            await writer.WriteAsync(confirmed, cluster);
            count++;
        }

        var clusterWriter = new StixClusterWriter(make, bundle);
        foreach (var cluster in clusters.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await clusterWriter.WriteAsync(cluster);
        }

        await bundle.AddAsync(Report(make, bundle));
        await bundle.CloseAsync();
        return count;
    }

    private static StixCluster ClusterOf(OrderedDictionary<string, StixCluster> clusters, ConfirmedCase confirmed)
    {
        var name = confirmed.CampaignId is { } id ? FormattableString.Invariant($"campaign {id}") : FormattableString.Invariant($"case {confirmed.CaseId}");
        if (!clusters.TryGetValue(name, out var cluster))
        {
            clusters.Add(name, cluster = new(name, confirmed.CampaignId, confirmed));
        }

        return cluster;
    }

    private static JsonObject Report(StixObjects make, StixBundle bundle)
    {
        var context = make.Context;
        var made = make.Make("report", $"{EventHash.Time(context.Since)} {EventHash.Time(context.Until)}", context.CreatedAt, context.CreatedAt);
        made["name"] = string.Create(CultureInfo.InvariantCulture, $"Confirmed token-fraud cases, {context.Since:yyyy-MM-dd} to {context.Until:yyyy-MM-dd}");
        made["description"] = string.Create(CultureInfo.InvariantCulture, $"{context.CaseCount} cases confirmed by reviewers.");
        made["report_types"] = new JsonArray("threat-report");
        made["published"] = EventHash.Time(context.CreatedAt);
        made["object_refs"] = new JsonArray([.. bundle.Ids.Select(i => JsonValue.Create(i))]);
        return made;
    }
}
