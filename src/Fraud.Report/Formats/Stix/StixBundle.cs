using System.Text;
using System.Text.Json.Nodes;

namespace Fraud.Report.Formats.Stix;

/// <summary>Writes a bundle, one object a line, each id once.</summary>
internal sealed class StixBundle(Stream output, Guid id) : IAsyncDisposable
{
    private readonly StreamWriter _writer = new(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private bool _begun;

    /// <summary>Ids of all objects so far but markings.</summary>
    public IList<string> Ids { get; } = [];

    /// <summary>Adds an object that the bundle does not have yet.</summary>
    public async Task AddAsync(JsonObject made)
    {
        var objectId = (string)made["id"]!;
        if (!_known.Add(objectId))
        {
            return;
        }

        if (!objectId.StartsWith("marking-definition--", StringComparison.Ordinal))
        {
            Ids.Add(objectId);
        }

        await _writer.WriteAsync(_begun ? ",\n" : $"{{\"type\":\"bundle\",\"id\":\"bundle--{id}\",\"objects\":[\n");
        await _writer.WriteAsync(made.ToJsonString(FormatJson.Node));
        _begun = true;
    }

    public Task CloseAsync() => _writer.WriteAsync("\n]}\n");

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
