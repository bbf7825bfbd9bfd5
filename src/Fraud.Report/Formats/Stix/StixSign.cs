using System.Text.Json.Nodes;

namespace Fraud.Report.Formats.Stix;

/// <summary>One account or address by which a cluster's posts are found again, and where it was seen.</summary>
internal sealed class StixSign(JsonObject observable, DateTimeOffset first)
{
    public string Id { get; } = (string)observable["id"]!;

    public string Title { get; } = StixObservables.Title(observable);

    public string Pattern { get; } = StixObservables.Pattern(observable);

    public DateTimeOffset First { get; private set; } = first;

    public DateTimeOffset Last { get; private set; } = first;

    /// <summary>Ids of observed-data objects.</summary>
    public IList<string> SeenIn { get; } = [];

    public void Add(string observedData, DateTimeOffset first, DateTimeOffset last)
    {
        First = first < First ? first : First;
        Last = last > Last ? last : Last;
        SeenIn.Add(observedData);
    }
}
