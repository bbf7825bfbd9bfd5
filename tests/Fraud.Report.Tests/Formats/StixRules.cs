using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fraud.Report.Tests.Formats;

/// <summary>The rules of STIX 2.1 for the objects we write, from the specification: required properties, ids, times, references, vocabularies.</summary>
internal static partial class StixRules
{
    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["identity"] = ["created", "modified", "name"],
        ["campaign"] = ["created", "modified", "name"],
        ["threat-actor"] = ["created", "modified", "name"],
        ["attack-pattern"] = ["created", "modified", "name"],
        ["infrastructure"] = ["created", "modified", "name"],
        ["indicator"] = ["created", "modified", "pattern", "pattern_type", "valid_from"],
        ["observed-data"] = ["created", "modified", "first_observed", "last_observed", "number_observed", "object_refs"],
        ["note"] = ["created", "modified", "content", "object_refs"],
        ["report"] = ["created", "modified", "name", "published", "object_refs"],
        ["relationship"] = ["created", "modified", "relationship_type", "source_ref", "target_ref"],
        ["sighting"] = ["created", "modified", "sighting_of_ref"],
        ["marking-definition"] = ["created", "extensions"],
        ["url"] = ["value"],
        ["email-addr"] = ["value"],
        ["user-account"] = ["account_type"],
    };

    private static readonly string[] Times = ["created", "modified", "first_seen", "last_seen", "first_observed", "last_observed", "valid_from", "valid_until", "published"];

    private static readonly (string Earlier, string Later, bool MayBeEqual)[] Orders =
        [("created", "modified", true), ("first_seen", "last_seen", true), ("first_observed", "last_observed", true), ("valid_from", "valid_until", false)];

    private static readonly HashSet<string> Relations =
    [
        "campaign attributed-to threat-actor", "campaign uses attack-pattern", "campaign uses infrastructure", "threat-actor uses attack-pattern", "threat-actor uses infrastructure",
        "indicator indicates campaign", "indicator indicates threat-actor", "indicator based-on observed-data",
        "infrastructure consists-of url", "infrastructure consists-of user-account", "infrastructure consists-of email-addr",
    ];

    public static List<string> Faults(string text)
    {
        var bundle = JsonNode.Parse(text)!.AsObject();
        var objects = bundle["objects"]!.AsArray().Select(o => o!.AsObject()).ToList();
        var ids = objects.Select(o => (string)o["id"]!).ToList();
        var faults = objects.SelectMany(o => ObjectFaults(o, [.. ids])).ToList();
        faults.AddRange(ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => $"{g.Key} twice"));
        if ((string?)bundle["type"] != "bundle" || !Identifier().IsMatch((string)bundle["id"]!))
        {
            faults.Add("bundle head");
        }

        return faults;
    }

    private static IEnumerable<string> ObjectFaults(JsonObject o, HashSet<string> ids)
    {
        var type = (string)o["type"]!;
        var id = (string)o["id"]!;
        if (!Required.TryGetValue(type, out var required))
        {
            return [$"{type} unknown"];
        }

        return
        [
            .. required.Append("spec_version").Where(p => o[p] is null).Select(p => $"{id}: {p} missing"),
            .. Check(id, "id", Identifier().IsMatch(id) && id.StartsWith(type + "--", StringComparison.Ordinal)),
            .. Check(id, "spec_version", (string?)o["spec_version"] == "2.1"),
            .. Times.Where(t => o[t] is not null).SelectMany(t => Check(id, t, Timestamp().IsMatch((string)o[t]!))),
            .. Orders.Where(p => o[p.Earlier] is not null && o[p.Later] is not null).SelectMany(p => Check(id, p.Later, IsOrdered(o, p))),
            .. o.SelectMany(p => EmptyFaults(id, p.Key, p.Value)),
            .. References(o).SelectMany(r => Check(id, $"reference {r}", ids.Contains(r))),
            .. Check(id, "confidence", o["confidence"] is not { } c || (int)c is >= 0 and <= 100),
            .. Check(id, "number_observed", o["number_observed"] is not { } n || (int)n >= 1),
            .. Check(id, "value", type != "url" || Uri.IsWellFormedUriString((string)o["value"]!, UriKind.Absolute)),
            .. Check(id, "pattern", o["pattern"] is not { } pattern || Pattern().IsMatch((string)pattern!)),
            .. Check(id, "relation", type != "relationship" || Relations.Contains($"{TypeOf(o, "source_ref")} {(string)o["relationship_type"]!} {TypeOf(o, "target_ref")}")),
        ];
    }

    private static bool IsOrdered(JsonObject o, (string Earlier, string Later, bool MayBeEqual) pair)
    {
        var order = string.CompareOrdinal((string)o[pair.Earlier]!, (string)o[pair.Later]!);
        return order < 0 || (order == 0 && pair.MayBeEqual);
    }

    private static IEnumerable<string> EmptyFaults(string id, string name, JsonNode? value) => value switch
    {
        JsonArray { Count: 0 } => [$"{id}: {name} empty"],
        JsonObject { Count: 0 } => [$"{id}: {name} empty"],
        null => [$"{id}: {name} null"],
        _ => [],
    };

    private static IEnumerable<string> References(JsonObject o) =>
        o.Where(p => p.Key.EndsWith("_ref", StringComparison.Ordinal)).Select(p => (string)p.Value!)
            .Concat(o.Where(p => p.Key.EndsWith("_refs", StringComparison.Ordinal)).SelectMany(p => p.Value!.AsArray().Select(r => (string)r!)));

    private static string TypeOf(JsonObject o, string reference) => ((string)o[reference]!).Split("--")[0];

    private static string[] Check(string id, string what, bool holds) => holds ? [] : [$"{id}: {what}"];

    [GeneratedRegex("^[a-z][a-z0-9-]+[a-z0-9]--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^\[[a-z-]+:[a-z_]+ = '(?:[^'\\]|\\['\\])*'(?: AND [a-z-]+:[a-z_]+ = '(?:[^'\\]|\\['\\])*')*\]$")]
    private static partial Regex Pattern();
}
