using System.Buffers;
using System.Text.Json;

namespace Fraud.Keys.Checks;

/// <summary>
/// A JSON web token, not one made up for a manual, whose header and payload are JSON objects with something in them; "jwt:GroupName" asks for that claim.
/// </summary>
internal sealed class JwtCheck : IKeyCheck
{
    public string Name => "jwt";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        var dot = token.IndexOf((byte)'.');
        var second = dot < 0 ? -1 : token[(dot + 1)..].IndexOf((byte)'.');
        if (second < 0)
        {
            return false;
        }

        return HasProperty(token[..dot], default, out _) && HasProperty(token.Slice(dot + 1, second), argument, out var isSample) && !isSample;
    }

    private static bool HasProperty(ReadOnlySpan<byte> part, ReadOnlySpan<byte> name, out bool isSample)
    {
        isSample = false;
        var buffer = ArrayPool<byte>.Shared.Rent(part.Length + 4);
        try
        {
            var json = Base64Text.Decode(part, buffer);
            isSample = json.IndexOf("John Doe"u8) >= 0 || json.IndexOf("1234567890"u8) >= 0;
            var reader = new Utf8JsonReader(json);
            var found = false;
            while (reader.Read())
            {
                found |= reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && (name.IsEmpty || reader.ValueTextEquals(name));
            }

            return found;
        }
        catch (JsonException)
        {
            return false;
        }
        finally
        {
            Array.Clear(buffer);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
