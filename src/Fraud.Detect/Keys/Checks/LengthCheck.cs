namespace Fraud.Keys.Checks;

/// <summary>"length:84": the token has exactly that many bytes.</summary>
internal sealed class LengthCheck : IKeyCheck
{
    public string Name => "length";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument) => int.TryParse(argument, out var length) && token.Length == length;
}
