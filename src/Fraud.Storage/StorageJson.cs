using System.Text.Json.Serialization;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Posts;

namespace Fraud.Storage;

/// <summary>How records rest as JSON. Names and numbers of old rows must stay readable: add, never rename.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(Listing))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(AuditCheckpoint))]
[JsonSerializable(typeof(CaptureHead))]
[JsonSerializable(typeof(IReadOnlyList<PriorityPart>))]
internal sealed partial class StorageJson : JsonSerializerContext;

/// <summary>The part of a page capture that rests encrypted beside the body.</summary>
internal sealed record CaptureHead(string Url, string ContentType, string Headers);
