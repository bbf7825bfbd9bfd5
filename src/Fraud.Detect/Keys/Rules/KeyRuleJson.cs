using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fraud.Keys;

/// <summary>Reading of rule files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(KeyRuleFile))]
internal sealed partial class KeyRuleJson : JsonSerializerContext;
