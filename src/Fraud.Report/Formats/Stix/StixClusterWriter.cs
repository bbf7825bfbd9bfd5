using System.Globalization;
using System.Text.Json.Nodes;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats.Stix;

/// <summary>Writes what the cases of a cluster say together: campaign, seller, sales channel, indicators, and how they hang together.</summary>
internal sealed class StixClusterWriter(StixObjects make, StixBundle bundle)
{
    private const int DaysValid = 90;

    public async Task WriteAsync(StixCluster cluster)
    {
        var campaign = cluster.CampaignId is null ? null : await AddAsync(Campaign(cluster));
        var actor = cluster.Signs.Count == 0 ? null : await AddAsync(Actor(cluster));
        var channel = cluster.Signs.Count == 0 ? null : await AddAsync(Channel(cluster));
        var head = campaign ?? actor;
        await RelateAsync(cluster, "attributed-to", campaign, actor);
        await RelateAsync(cluster, "uses", head, channel);
        foreach (var label in cluster.Labels)
        {
            await RelateAsync(cluster, "uses", head, make.MethodId(label));
        }

        foreach (var sign in cluster.Signs.Values)
        {
            await RelateAsync(cluster, "consists-of", channel, sign.Id);
            await WriteSignAsync(cluster, sign, head!);
        }
    }

    private async Task WriteSignAsync(StixCluster cluster, StixSign sign, string head)
    {
        var indicator = await AddAsync(Indicator(cluster, sign));
        await RelateAsync(cluster, "indicates", indicator, head);
        foreach (var observation in sign.SeenIn)
        {
            await RelateAsync(cluster, "based-on", indicator, observation);
        }

        await AddAsync(Sighting(cluster, sign, indicator!));
    }

    private JsonObject Campaign(StixCluster cluster)
    {
        var made = make.Make("campaign", cluster.Name, cluster.Created, cluster.Modified);
        made["name"] = string.Create(CultureInfo.InvariantCulture, $"Campaign {cluster.CampaignId}: {cluster.Labels.Min.Name().En}");
        made["description"] = string.Create(CultureInfo.InvariantCulture, $"{cluster.Cases} confirmed cases of this report, linked by text or contact.");
        made["first_seen"] = EventHash.Time(cluster.FirstSeen);
        made["last_seen"] = EventHash.Time(cluster.LastSeen);
        made["objective"] = "Money for AI tokens or access that are implausible or unauthorised";
        made["labels"] = Labels(cluster);
        return made;
    }

    private JsonObject Actor(StixCluster cluster)
    {
        var made = make.Make("threat-actor", cluster.Name, cluster.Created, cluster.Modified);
        made["name"] = $"Seller of {cluster.Name}";
        made["aliases"] = new JsonArray([.. cluster.Signs.Values.Select(s => JsonValue.Create(s.Title))]);
        // Whether it is a crime is for a court to say
        made["threat_actor_types"] = new JsonArray("unknown");
        made["primary_motivation"] = "personal-gain";
        made["first_seen"] = EventHash.Time(cluster.FirstSeen);
        made["last_seen"] = EventHash.Time(cluster.LastSeen);
        return made;
    }

    private JsonObject Channel(StixCluster cluster)
    {
        var made = make.Make("infrastructure", cluster.Name, cluster.Created, cluster.Modified);
        made["name"] = $"Sales channel of {cluster.Name}";
        // The vocabulary has no word for a sales channel
        made["infrastructure_types"] = new JsonArray(cluster.Labels.Contains(PitchLabel.Phishing) ? "phishing" : "unknown");
        made["first_seen"] = EventHash.Time(cluster.FirstSeen);
        made["last_seen"] = EventHash.Time(cluster.LastSeen);
        return made;
    }

    private JsonObject Indicator(StixCluster cluster, StixSign sign)
    {
        var made = make.Make("indicator", $"{cluster.Name} {sign.Id}", cluster.Created, cluster.Modified);
        made["name"] = sign.Title;
        made["description"] = $"Contact of the seller of {cluster.Name}";
        made["indicator_types"] = new JsonArray("malicious-activity");
        made["pattern"] = sign.Pattern;
        made["pattern_type"] = "stix";
        made["pattern_version"] = "2.1";
        made["valid_from"] = EventHash.Time(sign.First);
        made["valid_until"] = EventHash.Time(sign.Last < DateTimeOffset.MaxValue.AddDays(-DaysValid) ? sign.Last.AddDays(DaysValid) : DateTimeOffset.MaxValue);
        made["confidence"] = Confirmation.Percent;
        made["labels"] = Labels(cluster);
        return made;
    }

    private JsonObject Sighting(StixCluster cluster, StixSign sign, string indicator)
    {
        var made = make.Make("sighting", $"{cluster.Name} {sign.Id}", cluster.Created, cluster.Modified);
        made["sighting_of_ref"] = indicator;
        made["observed_data_refs"] = new JsonArray([.. sign.SeenIn.Select(s => JsonValue.Create(s))]);
        made["where_sighted_refs"] = new JsonArray(make.Reporter);
        made["count"] = sign.SeenIn.Count;
        made["first_seen"] = EventHash.Time(sign.First);
        made["last_seen"] = EventHash.Time(sign.Last);
        return made;
    }

    private static JsonArray Labels(StixCluster cluster) => new([.. cluster.Labels.Select(l => JsonValue.Create(l.Id()))]);

    private async Task<string?> AddAsync(JsonObject made)
    {
        await bundle.AddAsync(made);
        return (string)made["id"]!;
    }

    private async Task RelateAsync(StixCluster cluster, string kind, string? source, string? target)
    {
        if (source is not null && target is not null)
        {
            await bundle.AddAsync(make.Relationship(kind, source, target, cluster.Created, cluster.Modified));
        }
    }
}
