using System.Text.Json;
using Fraud.Collect.Sources;

namespace Fraud.Collect.Polling;

/// <summary>What platforms that answer in JSON share.</summary>
internal abstract class JsonPlatform : IPlatform
{
    public abstract string Name { get; }

    public abstract string Terms { get; }

    public abstract IReadOnlyList<PlatformRequest> Begin(PlatformTrack track);

    public async Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, CancellationToken cancellationToken)
    {
        try
        {
            using var json = JsonDocument.Parse(page.Text);
            return await ReadAsync(track, request, page, json.RootElement, cancellationToken);
        }
        catch (JsonException)
        {
            return PlatformAnswer.Unreadable;
        }
    }

    protected abstract Task<PlatformAnswer> ReadAsync(PlatformTrack track, PlatformRequest request, SourcePage page, JsonElement json, CancellationToken cancellationToken);
}
