using System.Buffers;
using System.Text.Json;

namespace Fraud.Keys.Checks;

/// <summary>
/// A JSON web token whose header names an algorithm and whose payload has a claim; "jwt:GroupName" asks for that claim.
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

        return HasProperty(token[..dot], "alg"u8) && HasProperty(token.Slice(dot + 1, second), argument);
    }

    private static bool HasProperty(ReadOnlySpan<byte> part, ReadOnlySpan<byte> name)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(part.Length + 4);
        try
        {
            var reader = new Utf8JsonReader(Base64Text.Decode(part, buffer));
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
