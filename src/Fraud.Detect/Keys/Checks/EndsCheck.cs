namespace Fraud.Keys.Checks;

/// <summary>"ends:AA": the token ends in this text.</summary>
internal sealed class EndsCheck : IKeyCheck
{
    public string Name => "ends";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument) => token.EndsWith(argument);
}
