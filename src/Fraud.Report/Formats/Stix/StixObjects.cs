using System.Text.Json.Nodes;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats.Stix;

/// <summary>Makes STIX 2.1 objects with what every one of them must have.</summary>
internal sealed class StixObjects(ReportContext context)
{
    // Things that do not change from report to report must not seem to
    private static readonly DateTimeOffset Always = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ReportContext Context { get; } = context;

    /// <summary>Id of the reporting organisation.</summary>
    public string Reporter { get; } = $"identity--{context.Id($"identity:{context.Options.Organisation}\n{context.Options.Domain}")}";

    public string Id(string type, string name) => $"{type}--{Context.Id($"{type}:{name}")}";

    /// <summary>A domain or relationship object; its id follows from type and name.</summary>
    public JsonObject Make(string type, string name, DateTimeOffset created, DateTimeOffset modified) => new()
    {
        ["type"] = type,
        ["spec_version"] = "2.1",
        ["id"] = Id(type, name),
        ["created_by_ref"] = Reporter,
        ["created"] = EventHash.Time(created),
        ["modified"] = EventHash.Time(modified),
        ["object_marking_refs"] = new JsonArray(Context.Options.Tlp.StixId()),
    };

    public JsonObject Observable(string type, params KeyValuePair<string, string>[] contributing)
    {
        var made = new JsonObject { ["type"] = type, ["spec_version"] = "2.1", ["id"] = StixId.Observable(type, contributing) };
        foreach (var (name, value) in contributing)
        {
            made[name] = value;
        }

        made["object_marking_refs"] = new JsonArray(Context.Options.Tlp.StixId());
        return made;
    }

    public JsonObject Relationship(string kind, string source, string target, DateTimeOffset created, DateTimeOffset modified)
    {
        var made = Make("relationship", $"{source} {kind} {target}", created, modified);
        made["relationship_type"] = kind;
        made["source_ref"] = source;
        made["target_ref"] = target;
        return made;
    }

    public JsonObject Identity() => new()
    {
        ["type"] = "identity",
        ["spec_version"] = "2.1",
        ["id"] = Reporter,
        ["created"] = EventHash.Time(Always),
        ["modified"] = EventHash.Time(Always),
        ["name"] = Context.Options.Organisation,
        ["identity_class"] = "organization",
        ["contact_information"] = Context.Options.Contact,
    };

    public JsonObject Marking() => new()
    {
        ["type"] = "marking-definition",
        ["spec_version"] = "2.1",
        ["id"] = Context.Options.Tlp.StixId(),
        ["created"] = "2022-10-01T00:00:00.000Z",
        ["name"] = $"TLP:{Context.Options.Tlp.Word().ToUpperInvariant()}",
        ["extensions"] = new JsonObject
        {
            ["extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"] = new JsonObject { ["extension_type"] = "property-extension", ["tlp_2_0"] = Context.Options.Tlp.Word() },
        },
    };

    public string MethodId(PitchLabel label) => Id("attack-pattern", label.Id());

    public JsonObject AttackPattern(PitchLabel label)
    {
        var made = Make("attack-pattern", label.Id(), Always, Always);
        made["name"] = label.Name().En;
        made["aliases"] = new JsonArray(label.Id(), label.Name().Zh);
        if (Method.Of(label) is { Source.Length: > 0 } method)
        {
            made["external_references"] = new JsonArray(new JsonObject { ["source_name"] = method.Source, ["external_id"] = method.Entry });
        }

        return made;
    }
}
