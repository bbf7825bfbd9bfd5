using System.Text.Json.Serialization;

namespace Fraud.Demo;

/// <summary>A page of the sample site.</summary>
internal sealed record DemoPage
{
    public required string Path { get; init; }

    /// <summary>File below Site/; empty for pages the server makes.</summary>
    public required string File { get; init; }

    [JsonPropertyName("content_type")]
    public required string ContentType { get; init; }

    public required string Kind { get; init; }

    /// <summary>Encoding of the bytes when it is not UTF-8.</summary>
    public string Encoding { get; init; } = "";
}
